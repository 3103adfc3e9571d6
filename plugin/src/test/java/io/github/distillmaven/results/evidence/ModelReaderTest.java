package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.evaluation.TestSet;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.LogitFixture;
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
        assertThat(evidence.numbers(
                                new Evaluator(Metrics.KNOWN, sets(false), EvaluationSet.Setup.plain(10)),
                                List.of(),
                                arm -> true,
                                Optional.empty())
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

    @Test
    @DisplayName("are refused with logits of other inputs, or of another answer")
    void areRefusedWithOtherLogits() throws Exception {
        answer("teacher", 1, 3, 4);
        answer("student", 1, 3, 4);
        Path logits = folder.resolve("student/evaluations/further.npy");
        NpyFile.of(List.of(2, 3), new float[6]).write(logits);
        assertRefusedLogits(logits, "it holds [2, 3] of float32 instead of [2, 10] of float32");

        float[] other = new float[20];
        other[13] = 1;
        NpyFile.of(List.of(2, 10), other).write(logits);
        assertRefusedLogits(
                logits, "in row 1 the logit of class 3 is 1.0, but the answer was class 4, whose logit is 0.0");

        other[14] = Float.NaN;
        NpyFile.of(List.of(2, 10), other).write(logits);
        assertRefusedLogits(
                logits, "in row 1 the logit of class 4 is NaN, but the answer was class 4, whose logit is NaN");
    }

    private void assertRefusedLogits(Path file, String problem) {
        assertThatIOException()
                .isThrownBy(() -> read(true))
                .withMessage("%s: %s. The goal 'train-student' makes this file: delete it and run that goal again."
                        .formatted(file, problem));
    }

    private ReplicateEvidence read(boolean labelled) throws IOException {
        ReplicateReader reader = reader(new Further(labelled), false);
        return reader.read(replicate, reader.teacher(replicate, labels));
    }

    private static ReplicateReader reader(EvaluationSet further, boolean drawn) {
        return new ReplicateReader(models(further, drawn), List.of(), true);
    }

    private static ModelReader models(EvaluationSet further, boolean drawn) {
        return new ModelReader(10, List.of(new TestSet(), further), drawn, true);
    }

    /** Inputs of which somebody says that all replicates have the same. */
    private record Shared(boolean isSharedByReplicates) implements EvaluationSet {

        @Override
        public String id() {
            return "further";
        }

        @Override
        public String meaning() {
            return "inputs of all replicates";
        }

        @Override
        public String inputs() {
            return id();
        }
    }

    @Test
    @DisplayName("are held against those of another teacher, unless no other was asked")
    void areHeldAgainstThoseOfAnotherTeacher() throws Exception {
        ReplicateReader reader = reader(new Shared(true), false);
        answer("teacher", 1, 3, 4);
        ModelRun teacher = reader.teacher(replicate, labels);
        answer("teacher", 1, 5, 4);
        ModelRun other = reader.teacher(replicate, labels);

        assertThat(reader.independent(replicate, teacher, other)).contains(other);
        ReplicateReader withoutOthers = new ReplicateReader(models(new Shared(true), false), List.of(), false);
        assertThat(withoutOthers.independent(replicate, teacher, other)).isEmpty();
    }

    @Test
    @DisplayName("are refused where another replicate has other inputs, though a set says that all share them")
    void areRefusedWhereSharedInputsDiffer() throws Exception {
        ReplicateReader reader = reader(new Shared(true), false);
        answer("teacher", 1, 3, 4);
        ModelRun teacher = reader.teacher(replicate, labels);
        answer("teacher", 2, 3, 4);
        ModelRun other = reader.teacher(replicate, labels);

        assertThat(reader(new Shared(false), false).independent(replicate, teacher, other))
                .contains(other);
        assertThatIOException()
                .isThrownBy(() -> reader.independent(replicate, teacher, other))
                .withMessage(
                        "%s: its inputs are not those of another replicate, though all share those of the evaluation set further. The goal 'train-teacher' makes this file: delete it and run that goal again."
                                .formatted(folder.resolve("teacher/evaluations/further.csv")));
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
        Predictions predictions = new Predictions(Arrays.stream(answers)
                .mapToObj(answer -> new Predictions.Row(label, answer, 0.5f, 0))
                .toList());
        predictions.write(file);
        LogitFixture.write(predictions, 10, file.resolveSibling("further.npy"));
    }
}
