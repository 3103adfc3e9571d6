package io.github.distillmaven.results.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.evaluation.NextClassTestSet;
import io.github.distillmaven.evaluation.OmittedClassesSet;
import io.github.distillmaven.evaluation.TestSet;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Taught;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.results.LogitFixture;
import io.github.distillmaven.results.Measurement;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The numbers of a replicate")
class EvaluatorTest {

    /** All that it takes to add a metric. */
    private static final class Surprise implements Metric {

        @Override
        public String id() {
            return "mean-surprise";
        }

        @Override
        public String meaning() {
            return "mean of the negative logarithm of the confidence";
        }

        @Override
        public String heading() {
            return "Mean surprise";
        }

        @Override
        public Unit unit() {
            return Unit.NATS;
        }

        @Override
        public Score of(Evaluation evaluation) {
            double sum = 0;
            for (float confidence : evaluation.model().confidence()) {
                sum -= Math.log(confidence);
            }
            return Score.of(sum / evaluation.model().size());
        }
    }

    private static final Metrics METRICS =
            new Metrics(Components.of(Metric.class, List.of(new Surprise(), new TestAccuracy())));

    private static ArmEvidence arm(String name, Role role, int... predicted) {
        List<Predictions.Row> rows = new ArrayList<>();
        for (int index = 0; index < predicted.length; index++) {
            rows.add(new Predictions.Row(index, predicted[index], 0.5f, 0));
        }
        return new ArmEvidence(
                name,
                role,
                role == Role.TEACHER || role == Role.INDEPENDENT
                        ? null
                        : new Results.Transfer(3, 3, List.of(1, 1, 1), null, null),
                new Taught(List.of(1, 1, 1), 1),
                Map.of("test", answers(rows)),
                null);
    }

    private static ModelAnswers answers(List<Predictions.Row> rows) {
        Predictions predictions = new Predictions(rows);
        return ModelAnswers.of(predictions, LogitFixture.of(predictions, 3));
    }

    private static Results.Replicate numbers() {
        return new Evaluator(METRICS, List.of(new TestSet(), new NextClassTestSet()), EvaluationSet.Setup.plain(3))
                .replicate(
                        7,
                        "key",
                        List.of(
                                arm("teacher", Role.TEACHER, 0, 1, 2),
                                arm("student", Role.STUDENT, 0, 2, 0),
                                arm("shuffled", Role.CONTROL, 1, 2, 0)),
                        Optional.empty());
    }

    @Test
    @DisplayName("are those of every arm on every set by every metric, one that was added among them")
    void areOfEveryArmOnEverySetByEveryMetric() {
        Results.Replicate numbers = numbers();

        assertThat(numbers.arms().keySet()).containsExactly("teacher", "student", "shuffled");
        assertThat(numbers.student().test().successes()).isEqualTo(1);
        assertThat(numbers.student().value("test-next", "testAccuracy").successes())
                .isEqualTo(2);
        assertThat(numbers.arms()
                        .get("shuffled")
                        .value("test-next", "testAccuracy")
                        .value())
                .isEqualTo(1);
        assertThat(numbers.teacher().value("test", "meanSurprise").value()).isEqualTo(Math.log(2));
        assertThat(numbers.arms().get("shuffled").mcNemar()).isEqualTo(new Results.McNemar(1, 0, 1));
        assertThat(numbers.student().mcNemar()).isNull();
    }

    /** Inputs of which nobody knows the classes. */
    private static final class Unlabelled implements EvaluationSet {

        @Override
        public String id() {
            return "fresh";
        }

        @Override
        public String meaning() {
            return "inputs without a class";
        }

        @Override
        public String inputs() {
            return id();
        }

        @Override
        public boolean hasTrueLabels() {
            return false;
        }
    }

    private static ArmEvidence asked(ArmEvidence arm, int... predicted) {
        List<Predictions.Row> rows = new ArrayList<>();
        for (int answer : predicted) {
            rows.add(new Predictions.Row(Targets.NO_LABEL, answer, 0.5f, 0));
        }
        return new ArmEvidence(
                arm.name(),
                arm.role(),
                arm.transfer(),
                arm.taught(),
                Map.of("test", arm.on("test"), "fresh", answers(rows)),
                null);
    }

    @Test
    @DisplayName("on a set without true labels are those that need none")
    void withoutTrueLabelsAreThoseThatNeedNone() {
        Results.Replicate numbers = new Evaluator(
                        Metrics.KNOWN, List.of(new TestSet(), new Unlabelled()), EvaluationSet.Setup.plain(3))
                .replicate(
                        7,
                        "key",
                        List.of(
                                asked(arm("teacher", Role.TEACHER, 0, 1, 2), 0, 1, 2, 0),
                                asked(arm("student", Role.STUDENT, 0, 2, 0), 0, 1, 1, 0)),
                        Optional.of(asked(arm("independent-teacher", Role.INDEPENDENT, 2, 1, 0), 1, 1, 1, 1)));

        assertThat(numbers.teacher().evaluations().get("fresh")).isEmpty();
        assertThat(numbers.student().evaluations().get("fresh").keySet())
                .containsExactly("agreement", "answerKappa", "klDivergence");
        assertThat(numbers.student().value("fresh", "agreement").proportion()).isEqualTo(new Proportion(3, 4));
        assertThat(numbers.student().value("test", "agreement").proportion()).isEqualTo(new Proportion(1, 3));
        // They agree on 3 of 4 inputs; by chance on (2 * 2 + 1 * 2) of 16.
        // Its teacher drew other inputs.
        assertThat(numbers.independentTeacher().orElseThrow().evaluations()).containsOnlyKeys("test");
        assertThat(numbers.student().value("fresh", "answerKappa").value()).isEqualTo((3 * 4 - 6) / (16.0 - 6));
    }

    @Test
    @DisplayName("of a control are of the treatment alone, where the control is there")
    void ofAControlAreOfTheTreatmentAlone() {
        Evaluator evaluator = new Evaluator(Metrics.KNOWN, List.of(new TestSet()), EvaluationSet.Setup.plain(3));
        ArmEvidence teacher = arm("teacher", Role.TEACHER, 0, 0, 0);
        ArmEvidence student = arm("student", Role.STUDENT, 0, 1, 0);
        ArmEvidence ceiling = arm("true-labels", Role.CONTROL, 0, 1, 2);

        Results.Replicate without = evaluator.replicate(7, "key", List.of(teacher, student), Optional.empty());
        Results.Replicate with = evaluator.replicate(7, "key", List.of(teacher, student, ceiling), Optional.empty());

        assertThat(without.student().evaluations().get("test")).doesNotContainKey("recoveredGap");
        // One, two and three of three are right.
        assertThat(with.student().value("recoveredGap").value()).isEqualTo(0.5);
        assertThat(with.teacher().evaluations().get("test")).doesNotContainKey("recoveredGap");
        assertThat(with.arm("true-labels").evaluations().get("test")).doesNotContainKey("recoveredGap");
    }

    @Test
    @DisplayName("on the omitted classes are those of their images alone, and so many of them")
    void onTheOmittedClassesAreOfTheirImagesAlone() {
        Results.Replicate numbers = new Evaluator(
                        Metrics.KNOWN,
                        List.of(new TestSet(), new OmittedClassesSet()),
                        new EvaluationSet.Setup(3, Set.of(1, 2), 0))
                .replicate(
                        7,
                        "key",
                        List.of(arm("teacher", Role.TEACHER, 0, 1, 2), arm("student", Role.STUDENT, 0, 1, 0)),
                        Optional.of(arm("independent-teacher", Role.INDEPENDENT, 0, 2, 2)));

        assertThat(numbers.student().value("omitted", "testAccuracy").proportion())
                .isEqualTo(new Proportion(1, 2));
        assertThat(numbers.student().value("omitted", "agreement").proportion()).isEqualTo(new Proportion(1, 2));
        assertThat(numbers.student().test()).isEqualTo(new Proportion(2, 3));
        assertThat(numbers.independentTeacher()
                        .orElseThrow()
                        .value("omitted", "agreement")
                        .proportion())
                .isEqualTo(new Proportion(1, 2));
    }

    @Test
    @DisplayName("on one class are those of its images alone, whose accuracy is its recall")
    void onOneClassAreOfItsImagesAlone() {
        Results.Replicate numbers = Evaluator.of(
                        List.of("test", "class-dog"),
                        new EvaluationSet.Setup(List.of("cat", "dog", "owl"), Set.of(), 0))
                .replicate(
                        7,
                        "key",
                        List.of(arm("teacher", Role.TEACHER, 0, 1, 2), arm("student", Role.STUDENT, 1, 1, 0)),
                        Optional.empty());

        assertThat(numbers.student().value("class-dog", "testAccuracy").proportion())
                .isEqualTo(new Proportion(1, 1));
        assertThat(numbers.student().test()).isEqualTo(new Proportion(1, 3));
    }

    @Test
    @DisplayName("of an independent teacher hold it against that of the replicate, and nothing else")
    void ofAnIndependentTeacherHoldItAgainstThatOfTheReplicate() {
        Results.Replicate numbers = new Evaluator(
                        Metrics.KNOWN, List.of(new TestSet(), new NextClassTestSet()), EvaluationSet.Setup.plain(3))
                .replicate(
                        7,
                        "key",
                        List.of(arm("teacher", Role.TEACHER, 0, 1, 1), arm("student", Role.STUDENT, 0, 2, 0)),
                        Optional.of(arm("independent-teacher", Role.INDEPENDENT, 0, 2, 1)));

        Results.ArmNumbers independent = numbers.independentTeacher().orElseThrow();
        assertThat(independent.role()).isEqualTo("independent");
        assertThat(independent.transfer()).isNull();
        assertThat(independent.mcNemar()).isNull();
        assertThat(independent.evaluations().keySet()).containsExactly("test", "test-next");
        assertThat(independent.evaluations().get("test").keySet())
                .containsExactly(
                        "agreement",
                        "agreementWhereTeacherIsWrong",
                        "answerKappa",
                        "errorConsistency",
                        "klDivergence",
                        "klDivergenceWhereTeacherIsWrong");
        // The teacher is wrong on the last input alone, where the other answers the same.
        assertThat(independent.value("agreement").proportion()).isEqualTo(new Proportion(2, 3));
        assertThat(independent.value("agreementWhereTeacherIsWrong").proportion())
                .isEqualTo(new Proportion(1, 1));
        // Right are the first two of the one, the first of the other: both or none on 2 of 3, by chance 2/3 1/3 + 1/3
        // 2/3.
        assertThat(independent.value("errorConsistency").value())
                .isCloseTo((2 / 3.0 - 4 / 9.0) / (5 / 9.0), within(1e-12));
        assertThat(independent.value("klDivergenceWhereTeacherIsWrong").value()).isZero();
        assertThat(independent.value("klDivergence").value()).isPositive();
        assertThat(numbers.others()).isEmpty();
    }

    @Test
    @DisplayName("have names that users can write")
    void haveNames() {
        MetricCatalog catalog = new MetricCatalog(METRICS, List.of("shuffled"), List.of("test", "test-next"));
        Results results = new Results(Results.SCHEMA, "x", null, List.of(numbers()), null, null);

        assertThat(catalog.names())
                .containsSubsequence("student.testAccuracy", "student.meanSurprise", "student.test-next.meanSurprise");
        assertThat(catalog.find("shuffled.meanSurprise").orElseThrow().of(results))
                .contains(new Measurement(Math.log(2), null, Unit.NATS, 1));
    }
}
