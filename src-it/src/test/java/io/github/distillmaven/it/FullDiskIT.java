package io.github.distillmaven.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A full disk")
class FullDiskIT {

    private static final String TRAINED = TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher");
    private static final List<String> STEPS = List.of("data", "teacher");

    /** One of the two data sets of 11 MB fits, two do not. */
    private static final String ROOM_FOR_ONE = "16m";

    private static final String ROOM_FOR_ALL = "200m";

    @Test
    @DisplayName("of the store costs a warning, and what was kept serves the next build")
    void fullStore() throws Exception {
        TestProject project = TestProject.withExecutions("full store", TRAINED);
        StoreFolder store = new StoreFolder(project.store());
        try (Tmpfs disk = Tmpfs.mount(project.store(), ROOM_FOR_ONE)) {
            Build full = project.run("verify").orFail();
            SortedMap<String, String> outputs = Results.outputs(full, "x", STEPS);

            assertThat(full.warningsWith("The store "))
                    .as(full.log())
                    .singleElement()
                    .asString()
                    .startsWith("[WARNING] x: The store " + project.store() + " cannot be used: ")
                    .endsWith("What this build makes is not kept there.");
            store.assertSound();
            assertThat(store.leftovers()).isEmpty();

            disk.resize(ROOM_FOR_ALL);
            Build roomy = project.run("clean", "verify").orFail();
            Build restored = project.withoutWorkers().run("clean", "verify").orFail();

            assertThat(roomy.warningsWith("The store ")).isEmpty();
            assertThat(Results.outputs(roomy, "x", STEPS)).isEqualTo(outputs);
            assertThat(Results.outputs(restored, "x", STEPS)).isEqualTo(outputs);
            store.assertSound();
        }
    }

    @Test
    @DisplayName("of the project is an error that says so, and leaves nothing half-written under a final name")
    void fullTarget() throws Exception {
        TestProject project =
                TestProject.withExecutions("full target", TestProject.execution("x", Experiments.QUICK, "fetch-data"));
        Path target = project.folder().resolve("target");
        try (Tmpfs disk = Tmpfs.mount(target, ROOM_FOR_ONE)) {
            Build full = project.run("verify");

            assertThat(full.succeeded()).isFalse();
            assertThat(full.error()).contains("the disk of " + target, "is full");
            assertThat(Files.exists(full.experiment("x").resolve("data/step.json")))
                    .isFalse();
            assertThat(Files.exists(full.experiment("x").resolve("work"))).isFalse();

            disk.resize(ROOM_FOR_ALL);
            project.run("verify").orFail();
        }
        new StoreFolder(project.store()).assertSound();
    }
}
