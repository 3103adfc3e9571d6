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
    @DisplayName("starts no worker, after clean and without it")
    void startsNoWorker() {
        project.withoutWorkers();

        Build cleaned = project.run("clean", "verify").orFail();
        Build again = project.run("verify").orFail();

        project.without("distill.jvmArguments");
        assertThat(cleaned.stepsThat("restored from the store")).contains("teacher", "transfer", "student");
        assertThat(again.stepsThat("up to date")).contains("teacher", "transfer", "student");
        assertThat(Results.outputs(again, "x")).isEqualTo(outputs);
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
    @DisplayName("is not fooled by files that were edited in target, and neither is the store")
    void editedFiles() throws IOException {
        TestProject edited = onFilledStore("second edited", ALL).withoutWorkers();
        Build first = edited.run("verify").orFail();
        for (String step : Results.STEPS) {
            for (Path file : StoreFolder.filesBelow(first.experiment("x").resolve(step))) {
                Files.writeString(file, "edited", StandardOpenOption.APPEND);
            }
        }

        Build second = edited.run("verify").orFail();

        assertThat(second.stepsThat("restored from the store")).contains("teacher", "transfer", "student");
        assertThat(Results.outputs(second, "x")).isEqualTo(outputs);
        new StoreFolder(project.store()).assertSound();
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
    @DisplayName("takes nothing from the store and gives nothing to it under storeMode=none")
    void storeModeNone() {
        Build onFilled = onFilledStore("none filled", TEACHER)
                .with("distill.storeMode", "none")
                .run("verify")
                .orFail();
        TestProject empty = TestProject.withExecutions("none empty", TEACHER).with("distill.storeMode", "none");
        Build onEmpty = empty.run("verify").orFail();

        assertThat(onFilled.stepsThat("made in")).contains("teacher");
        assertThat(onEmpty.stepsThat("made in")).contains("teacher");
        assertThat(StoreFolder.filesBelow(empty.store())).isEmpty();
    }

    @Test
    @DisplayName("takes from the store, but gives nothing to it, under storeMode=read")
    void storeModeRead() {
        Build onFilled = onFilledStore("read filled", TEACHER)
                .with("distill.storeMode", "read")
                .withoutWorkers()
                .run("verify")
                .orFail();
        TestProject empty = TestProject.withExecutions("read empty", TEACHER).with("distill.storeMode", "read");
        Build onEmpty = empty.run("verify").orFail();

        assertThat(onFilled.stepsThat("restored from the store")).contains("teacher");
        assertThat(onEmpty.stepsThat("made in")).contains("teacher");
        assertThat(new StoreFolder(empty.store()).entries()).isEmpty();
    }

    @Test
    @DisplayName("gives to the store, but takes nothing from it, under storeMode=write")
    void storeModeWrite() {
        TestProject writing = TestProject.withExecutions("write", TEACHER).with("distill.storeMode", "write");
        writing.run("verify").orFail();
        Build second = writing.run("clean", "verify").orFail();
        Build third = writing.without("distill.storeMode")
                .withoutWorkers()
                .run("clean", "verify")
                .orFail();

        assertThat(second.stepsThat("made in")).contains("teacher");
        assertThat(third.stepsThat("restored from the store")).contains("teacher");
        new StoreFolder(writing.store()).assertSound();
    }

    private static TestProject onFilledStore(String name, String executions) {
        return TestProject.withExecutions(name, executions)
                .with("distill.store", project.store().toString());
    }
}
