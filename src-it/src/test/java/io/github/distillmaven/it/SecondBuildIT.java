package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The second build of an experiment")
class SecondBuildIT {

    private static final String ALL = TestProject.execution("x", Experiments.QUICK);
    private static final String TEACHER = TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher");

    private static TestProject project;
    private static SortedMap<String, String> outputs;

    @BeforeAll
    static void buildOnce() {
        project = TestProject.withExecutions("second", ALL);
        outputs = Results.outputs(project.run("verify").orFail(), "x");
    }

    @Test
    @DisplayName("starts no worker, after clean and without it, and is not fooled by edited files, nor is the store")
    void startsNoWorker() throws IOException {
        TestProject again = onFilledStore("second again", ALL).withoutWorkers();

        Build cleaned = again.run("clean", "verify").orFail();
        Build unchanged = again.run("verify").orFail();

        assertThat(cleaned.stepsThat("restored from the store")).contains("teacher", "transfer", "student");
        assertThat(unchanged.stepsThat("up to date")).contains("teacher", "transfer", "student");
        assertThat(Results.outputs(unchanged, "x")).isEqualTo(outputs);

        for (String step : Results.STEPS) {
            for (Path file : StoreFolder.filesBelow(unchanged.experiment("x").resolve(step))) {
                Files.writeString(file, "edited", StandardOpenOption.APPEND);
            }
        }
        Build edited = again.run("verify").orFail();

        assertThat(edited.stepsThat("restored from the store")).contains("teacher", "transfer", "student");
        assertThat(Results.outputs(edited, "x")).isEqualTo(outputs);
        new StoreFolder(project.store()).assertSound();
    }

    @Test
    @DisplayName("says after clean what changed, and from what to what")
    void saysWhatChanged() {
        TestProject changed = onFilledStore("second changed", TEACHER);
        changed.run("verify").orFail();

        Build build = changed.with("distill.teacher.epochs", "2")
                .run("clean", "verify")
                .orFail();

        assertThat(build.linesWith("teacher.epochs: 1 -> 2"))
                .as(build.log())
                .singleElement()
                .asString()
                .contains("teacher: ");
    }

    @Test
    @DisplayName("makes a step again, and that one alone, if it is told to")
    void rerun() {
        Build build = onFilledStore("second rerun", ALL)
                .with("distill.rerun", "train-student")
                .run("verify")
                .orFail();

        assertThat(build.stepsThat("made in")).containsExactly("student");
        assertThat(build.stepsThat("restored from the store")).contains("teacher", "transfer");
        assertThat(Results.outputs(build, "x")).isEqualTo(outputs);
    }

    @Test
    @DisplayName("takes from the store and gives to it what storeMode says: both, one of them, or nothing")
    void storeModes() {
        // Each finds in the store what the first build made, and of the seed 2 what those before it gave.
        TestProject modes = onFilledStore(
                "second modes",
                teacher("none known", "none", 1)
                        + teacher("read known", "read", 1)
                        + teacher("write known", "write", 1)
                        + teacher("none new", "none", 2)
                        + teacher("read new", "read", 2)
                        + teacher("write new", "write", 2)
                        + teacher("both new", "read-write", 2));

        Build build = modes.run("verify").orFail();

        assertThat(build.linesWith(": teacher: "))
                .extracting(line -> line.replaceFirst("\\[INFO] (.*): teacher: (made|restored).*", "$1: $2"))
                .containsExactly(
                        "none known: made",
                        "read known: restored",
                        "write known: made",
                        "none new: made",
                        "read new: made",
                        "write new: made",
                        "both new: restored");
        new StoreFolder(project.store()).assertSound();
    }

    @Test
    @DisplayName("leaves no file in an empty store under storeMode=none")
    void leavesAnEmptyStoreEmpty() {
        TestProject empty = TestProject.withExecutions(
                        "second none", TestProject.execution("x", Experiments.QUICK, "fetch-data"))
                .with("distill.storeMode", "none");

        empty.run("verify").orFail();

        assertThat(StoreFolder.filesBelow(empty.store())).isEmpty();
    }

    private static String teacher(String id, String mode, int seed) {
        return TestProject.execution(
                id,
                Experiments.QUICK + "<storeMode>%s</storeMode><seed>%s</seed>".formatted(mode, seed),
                "fetch-data",
                "train-teacher");
    }

    private static TestProject onFilledStore(String name, String executions) {
        return TestProject.withExecutions(name, executions)
                .with("distill.store", project.store().toString());
    }
}
