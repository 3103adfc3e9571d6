package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.results.Results;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("An experiment, with an engine in memory")
class ExperimentPipelineTest extends InMemoryExperiment {

    @Test
    @DisplayName("trains each teacher once, and every arm of every replicate on what it labelled")
    void trainsEveryArmOfEveryReplicate() throws Exception {
        build(and("replicates", "2"));

        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-teacher of experiment 'x', seed 1",
                        "train-teacher of experiment 'x', seed 2",
                        "mislabel of experiment 'x', seed 1",
                        "mislabel of experiment 'x', seed 2",
                        "train-student of experiment 'x', seed 1",
                        "train-student of experiment 'x', seed 2",
                        "train-student of experiment 'x', seed 1, control shuffled",
                        "train-student of experiment 'x', seed 2, control shuffled");
        assertThat(results().replicates())
                .hasSize(2)
                .allSatisfy(replicate -> assertThat(replicate.arms())
                        .containsOnlyKeys("teacher", "student", "shuffled", "independent-teacher"));
    }

    @Test
    @DisplayName("does nothing in a second build")
    void doesNothingInASecondBuild() throws Exception {
        build(SMALL);
        again();
        build(SMALL);

        assertThat(engine.done()).isEmpty();
        assertThat(log.lines()).contains("info: teacher: up to date", "info: student of shuffled: up to date");
    }

    @Test
    @DisplayName("takes everything from the store after a clean")
    void takesEverythingFromTheStoreAfterAClean() throws Exception {
        build(SMALL);
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        build(SMALL);

        assertThat(engine.done()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.startsWith("info: teacher: restored from the store, key "));
    }

    @Test
    @DisplayName("takes everything from the remote store on another machine")
    void takesEverythingFromTheRemoteStore() throws Exception {
        Map<String, String> shared = new HashMap<>(SMALL);
        shared.putAll(
                Map.of("remote", "https://remote.example/store", "remoteMode", "read-write", "remoteTrust", "server"));
        build(shared, Optional.of(remote));
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        PathUtils.deleteDirectory(store);
        PathUtils.copyDirectory(drawn.resolve("store"), store);
        build(shared, Optional.of(remote));

        assertThat(engine.done()).isEmpty();
        assertThat(remote.rejected()).isEmpty();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("info: teacher: restored from the remote store, key "));
    }

    @Test
    @DisplayName("makes again what a setting changes, and nothing else")
    void makesAgainWhatASettingChanges() throws Exception {
        build(SMALL);
        again();
        build(and("student.epochs", "3"));

        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-student of experiment 'x', seed 1",
                        "train-student of experiment 'x', seed 1, control shuffled");
        assertThat(log.lines()).anyMatch(line -> line.contains("student.epochs: 5 -> 3"));
    }

    @Test
    @DisplayName("makes everything again with another engine, and says what changed")
    void makesEverythingAgainWithAnotherEngine() throws Exception {
        build(SMALL);
        again();
        engine.environment("runtimeVersion", "2");
        build(SMALL);

        assertThat(engine.done()).hasSize(4);
        assertThat(log.lines()).anyMatch(line -> line.contains("runtimeVersion: none -> 2"));
    }

    @Test
    @DisplayName("goes on after a failure with what is missing")
    void goesOnAfterAFailure() throws Exception {
        engine.failAt("control shuffled");
        assertThatThrownBy(() -> build(SMALL))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("train-student of experiment 'x', seed 1, control shuffled was told to fail");
        again();
        engine.failAt("");
        build(SMALL);

        assertThat(engine.done()).contains("train-student of experiment 'x', seed 1, control shuffled");
        assertThat(engine.done()).noneMatch(label -> label.startsWith("train-teacher"));
    }

    @Test
    @DisplayName("keeps what was made although the failure of another step ends its own at that moment")
    void keepsWhatWasMade() throws Exception {
        String ended = "train-student of experiment 'x', seed 2, control shuffled";
        engine.interruptAfter(ended);
        // Whether the step may count as failed is of no interest: the build has failed already.
        catchThrowable(() -> build(and("replicates", "2")));
        Thread.interrupted();
        assertThat(engine.done()).contains(ended);
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        build(and("replicates", "2"));

        assertThat(engine.done()).doesNotContain(ended);
        assertThat(log.lines()).noneMatch(line -> line.contains("cannot be used"));
    }

    @Test
    @DisplayName("labels once for students whose transfer sets are made alike")
    void labelsOnceForStudentsThatShareASet() throws Exception {
        engine.slowAt("comparison soft");
        build(and(
                "students.student.name", "longer",
                "students.student.epochs", "20",
                "students.student[2].name", "soft",
                "students.student[2].transfer.labels", "soft",
                "students.student[2].transfer.temperature", "4",
                "students.student[3].name", "soft-longer",
                "students.student[3].epochs", "20",
                "students.student[3].transfer.labels", "soft",
                "students.student[3].transfer.temperature", "4"));

        assertThat(engine.done())
                .filteredOn(label -> label.startsWith("mislabel"))
                .containsExactly(
                        "mislabel of experiment 'x', seed 1", "mislabel of experiment 'x', seed 1, comparison soft");
        assertThat(engine.done())
                .contains(
                        "train-student of experiment 'x', seed 1, comparison longer",
                        "train-student of experiment 'x', seed 1, comparison soft",
                        "train-student of experiment 'x', seed 1, comparison soft-longer");
        assertThat(root.resolve("distill/x/students/soft/transfer/labels.npy")).isRegularFile();
        assertThat(root.resolve("distill/x/students/longer/transfer")).doesNotExist();
        assertThat(root.resolve("distill/x/students/soft-longer/transfer")).doesNotExist();
        assertThat(results().replicates().get(0).arms())
                .containsOnlyKeys("teacher", "student", "shuffled", "longer", "soft", "soft-longer");
    }

    @Test
    @DisplayName("lets further students learn the transfer set of a control, which is made once, as is its teacher")
    void letsFurtherStudentsLearnAControlsSet() throws Exception {
        build(and(
                "students.student.name", "longer-shuffled",
                "students.student.epochs", "20",
                "students.student.control", "shuffled",
                "students.student[2].name", "longer-permuted",
                "students.student[2].epochs", "20",
                "students.student[2].control", "permuted-label-teacher",
                "students.student[3].name", "longest-permuted",
                "students.student[3].epochs", "30",
                "students.student[3].control", "permuted-label-teacher",
                "students.student[4].name", "noise",
                "students.student[4].transfer.noise", "uniform"));

        assertThat(engine.done())
                .filteredOn(label -> label.contains("comparison"))
                .containsExactlyInAnyOrder(
                        "mislabel of experiment 'x', seed 1, comparison longer-permuted",
                        "mislabel of experiment 'x', seed 1, comparison noise",
                        "train-student of experiment 'x', seed 1, comparison noise",
                        "train-teacher of experiment 'x', seed 1, comparison longer-permuted",
                        "train-student of experiment 'x', seed 1, comparison longer-shuffled",
                        "train-student of experiment 'x', seed 1, comparison longer-permuted",
                        "train-student of experiment 'x', seed 1, comparison longest-permuted");
        assertThat(root.resolve("distill/x/students/longer-shuffled/transfer")).doesNotExist();
        assertThat(root.resolve("distill/x/students/longest-permuted/teacher")).doesNotExist();
        Results.Replicate replicate = results().replicates().get(0);
        assertThat(replicate.arm("longer-shuffled").labelsChanged())
                .isEqualTo(replicate.arm("shuffled").labelsChanged())
                .isNotNull();
        assertThat(replicate.arm("noise").labelsChanged()).isNull();
        assertThat(replicate.arm("longer-shuffled").role()).isEqualTo("comparison");
    }

    @Test
    @DisplayName(
            "asks once for all dense networks that are to be trained side by side, and later for those that are new")
    void trainsSideBySide() throws Exception {
        Map<String, String> dense = and(
                "sideBySide", "true",
                "replicates", "3",
                "teacher.network", "mlp",
                "student.network", "mlp",
                "transfer.keep", "all");
        build(dense);

        assertThat(engine.done())
                .containsExactly(
                        "train-teacher of experiment 'x', seed 1 and 2 more",
                        "mislabel of experiment 'x', seed 1 and 2 more",
                        "train-student of experiment 'x', seed 1 and 5 more");
        assertThat(results().replicates()).hasSize(3);

        again();
        PathUtils.deleteDirectory(root.resolve("distill/x/replicates/2/student"));
        build(dense);
        assertThat(engine.done()).isEmpty();

        again();
        build(and(
                "sideBySide", "true",
                "replicates", "4",
                "teacher.network", "mlp",
                "student.network", "mlp",
                "transfer.keep", "all"));
        assertThat(engine.done())
                .containsExactly(
                        "train-teacher of experiment 'x', seed 4",
                        "mislabel of experiment 'x', seed 4",
                        "train-student of experiment 'x', seed 4 and 1 more");
    }

    @Test
    @DisplayName("fails the check of what is not met, with its numbers")
    void failsTheCheckOfWhatIsNotMet() throws Exception {
        Map<String, String> hopeless = and(
                "expectations.expectation.metric", "student.testAccuracy",
                "expectations.expectation.min", "0.999");
        build(hopeless);

        try (ExperimentPipeline pipeline = pipeline(hopeless, Optional.empty())) {
            assertThatThrownBy(pipeline::check).hasMessageContaining("student.testAccuracy");
        }
    }

    @Test
    @DisplayName("ends a check that passes with how many expectations are met, and where the page is")
    void endsACheckWithTheGateAndThePage() throws Exception {
        Map<String, String> modest = and(
                "expectations.expectation.metric", "student.testAccuracy",
                "expectations.expectation.min", "0",
                "expectations.expectation.max", "1");
        build(modest);
        again();
        try (ExperimentPipeline pipeline = pipeline(modest, Optional.empty())) {
            pipeline.check();
        }

        assertThat(log.lines())
                .last()
                .isEqualTo("info: Expectations: 2 of 2 met. Report: " + root.resolve("distill/x/report/index.html"));
    }

    @Test
    @DisplayName("holds its results against the lock file")
    void holdsItsResultsAgainstTheLockFile() throws Exception {
        build(and("lock", "true"));
        build(and("locked", "true"));

        assertThatThrownBy(() -> build(and("locked", "true", "student.epochs", "3")))
                .hasMessageContaining("distill.lock.json");
    }

    @Test
    @DisplayName("refuses a result that was changed afterwards")
    void refusesAResultThatWasChanged() throws Exception {
        try (ExperimentPipeline pipeline = pipeline(SMALL, Optional.empty())) {
            pipeline.fetchData();
            pipeline.trainTeacher();
        }
        Files.writeString(root.resolve("distill/x/teacher/predictions.csv"), "changed");
        try (ExperimentPipeline pipeline = pipeline(SMALL, Optional.empty())) {
            assertThatThrownBy(pipeline::mislabel)
                    .hasMessageContaining(
                            "predictions.csv was changed or removed after the goal train-teacher had made it.");
        }
    }
}
