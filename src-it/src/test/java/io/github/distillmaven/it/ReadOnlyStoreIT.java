package io.github.distillmaven.it;

import java.util.List;
import java.util.SortedMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A store that can be read only")
class ReadOnlyStoreIT {

    private static final String TRAINED = TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher");
    private static final List<String> STEPS = List.of("data", "teacher");
    private static final String ROOM = "200m";

    @Test
    @DisplayName("serves what it has")
    void withEntries() throws Exception {
        TestProject project = TestProject.withExecutions("read-only filled", TRAINED);
        try (Tmpfs disk = Tmpfs.mount(project.store(), ROOM)) {
            SortedMap<String, String> outputs =
                    Results.outputs(project.run("verify").orFail(), "x", STEPS);
            disk.makeReadOnly();

            Build build = project.withoutWorkers().run("clean", "verify").orFail();

            assertThat(build.stepsThat("restored from the store")).contains("teacher");
            assertThat(build.warningsWith("The store ")).hasSizeLessThan(2);
            assertThat(Results.outputs(build, "x", STEPS)).isEqualTo(outputs);
        }
    }

    @Test
    @DisplayName("costs one warning where it has nothing, and the build goes on")
    void withoutEntries() throws Exception {
        TestProject project = TestProject.withExecutions("read-only empty", TRAINED);
        try (Tmpfs disk = Tmpfs.mount(project.store(), ROOM)) {
            disk.makeReadOnly();

            Build build = project.run("verify").orFail();

            assertThat(build.stepsThat("made in")).contains("teacher");
            assertThat(build.warningsWith("The store "))
                    .as(build.log())
                    .singleElement()
                    .asString()
                    .startsWith("[WARNING] x: The store " + project.store() + " cannot be used: ")
                    .endsWith("What this build makes is not kept there.");
            assertThat(StoreFolder.filesBelow(project.store())).isEmpty();
        }
    }
}
