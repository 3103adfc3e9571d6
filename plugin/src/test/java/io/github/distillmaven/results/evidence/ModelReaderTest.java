package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.evaluation.TestSet;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.Metrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("The answers of models on a further evaluation set")
class ModelReaderTest {

    /** Inputs that are not those of the test set. */
    private record Further(boolean hasTrueLabels) implements EvaluationSet {

        @Override
        public String id() {
            return "further";
        }

        @Override
        public String meaning() {
            return "further inputs";
        }

        @Override
        public String inputs() {
            return id();
        }
    }

    @TempDir
    private Path folder;

    private ReplicateFolder replicate;
    private int[] labels;

    @BeforeEach
    void write() throws IOException {
        replicate = new ExperimentFixture(folder).tests(5).write().replicates().get(0);
        labels = Predictions.read(folder.resolve("teacher/predictions.csv")).labels();
    }

    @Test
    @DisplayName("are read beside those on the test set")
    void areReadBesideThoseOnTheTestSet() throws Exception {
        answer("teacher", Targets.NO_LABEL, 3, 4);
        answer("student", Targets.NO_LABEL, 3, 5);

        ReplicateEvidence evidence = read(false);

        assertThat(evidence.teacher().answers().keySet()).containsExactly("test", "further");
        assertThat(evidence.student().model().answers().get("further").answers().predicted())
                .containsExactly(3, 5);
        assertThat(evidence.numbers(new Evaluator(Metrics.KNOWN, sets(false), EvaluationSet.Setup.plain(10)), List.of())
                        .student()
                        .value("further", "agreement")
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    @DisplayName("are refused where they are of other inputs than the teacher's")
    void areRefusedWhereTheyAreOfOtherInputs() throws Exception {
        answer("teacher", 1, 3, 4);
        answer("student", 1, 3);

        refused(true, "student", "its 1 inputs are not the 2 of the teacher", "train-student");
    }

    @Test
    @DisplayName("are refused without the labels that the set has")
    void areRefusedWithoutLabels() throws Exception {
        answer("teacher", Targets.NO_LABEL, 3);

        refused(
                true,
                "teacher",
                "a label is missing, or none of the 10 classes, but the evaluation set further has true labels",
                "train-teacher");
    }

    private ReplicateEvidence read(boolean labelled) throws IOException {
        return new ReplicateReader(new ModelReader(10, sets(labelled), false), List.of()).read(replicate, labels);
    }

    private static List<EvaluationSet> sets(boolean labelled) {
        return List.of(new TestSet(), new Further(labelled));
    }

    private void refused(boolean labelled, String model, String problem, String goal) {
        assertThatIOException()
                .isThrownBy(() -> read(labelled))
                .withMessage("%s: %s. The goal '%s' makes this file: delete it and run that goal again."
                        .formatted(folder.resolve(model).resolve("evaluations/further.csv"), problem, goal));
    }

    private void answer(String model, int label, int... answers) throws IOException {
        Path file = Files.createDirectories(folder.resolve(model).resolve("evaluations"))
                .resolve("further.csv");
        new Predictions(Arrays.stream(answers)
                        .mapToObj(answer -> new Predictions.Row(label, answer, 0.5f, 0))
                        .toList())
                .write(file);
    }
}
