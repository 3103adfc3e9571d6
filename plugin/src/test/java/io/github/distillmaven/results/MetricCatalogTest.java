package io.github.distillmaven.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Range;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The metrics of an experiment")
class MetricCatalogTest {

    private static final double ROUNDING = 1e-9;

    private final MetricCatalog catalog = new MetricCatalog(List.of("shuffled"));

    private static Results.Replicate replicate(Double testAccuracy, Integer wrong, Double agreement) {
        ArmFixture student = ArmFixture.student(3000, wrong)
                .fit("givenLabelAccuracy", 0.11)
                .with(
                        "test",
                        "testAccuracy",
                        testAccuracy == null
                                ? Results.Value.UNKNOWN
                                : new Results.Value(testAccuracy, 0.25, 0.75, null, null))
                .test("macroRecall", 0.12)
                .test("argminAccuracy", 0.13)
                .test("majorityFloor", 0.14)
                .test("agreement", agreement);
        return ArmFixture.replicate(
                1,
                "ab".repeat(32),
                ArmFixture.teacher()
                        .fit("trainAccuracy", 0.91)
                        .test("testAccuracy", 0.92, 0.9, 0.95)
                        .test("macroRecall", 0.93),
                student,
                Map.of(
                        "shuffled",
                        ArmFixture.control(2000, 1500)
                                .test("testAccuracy", 0.22, 0.2, 0.23)
                                .test("agreementWhereTeacherIsWrong", 0.27)
                                .with("test-next", "testAccuracy", new Results.Value(0.29, null, null, null, null))
                                .numbers(new Results.McNemar(1, 2, 0.5), 0.28)));
    }

    private static Results results(Results.Replicate... replicates) {
        return new Results(Results.SCHEMA, "digits", null, Arrays.asList(replicates), null, null);
    }

    private Optional<Measurement> measured(String name, Results.Replicate... replicates) {
        return catalog.find(name).orElseThrow().of(results(replicates));
    }

    private double value(String name) {
        return measured(name, replicate(0.5, 600, 0.15)).orElseThrow().value();
    }

    @Test
    void areAllNumbersOfTheModelsAndOfWhatTheySaw() {
        assertThat(catalog.names())
                .containsExactly(
                        "teacher.trainAccuracy",
                        "teacher.testAccuracy",
                        "teacher.macroRecall",
                        "teacher.lowestRecall",
                        "teacher.top5Accuracy",
                        "transfer.size",
                        "transfer.wrong",
                        "transfer.attackSuccess",
                        "transfer.independentAttackSuccess",
                        "student.givenLabelAccuracy",
                        "student.testAccuracy",
                        "student.macroRecall",
                        "student.lowestRecall",
                        "student.top5Accuracy",
                        "student.argminAccuracy",
                        "student.majorityFloor",
                        "student.agreement",
                        "student.agreementWhereTeacherIsWrong",
                        "student.answerKappa",
                        "student.errorConsistency",
                        "student.klDivergence",
                        "student.klDivergenceWhereTeacherIsWrong",
                        "shuffled.transfer.size",
                        "shuffled.transfer.wrong",
                        "shuffled.transfer.attackSuccess",
                        "shuffled.transfer.independentAttackSuccess",
                        "shuffled.labelsChanged",
                        "shuffled.givenLabelAccuracy",
                        "shuffled.testAccuracy",
                        "shuffled.macroRecall",
                        "shuffled.lowestRecall",
                        "shuffled.top5Accuracy",
                        "shuffled.argminAccuracy",
                        "shuffled.majorityFloor",
                        "shuffled.agreement",
                        "shuffled.agreementWhereTeacherIsWrong",
                        "shuffled.answerKappa",
                        "shuffled.errorConsistency",
                        "shuffled.klDivergence",
                        "shuffled.klDivergenceWhereTeacherIsWrong",
                        "independent-teacher.agreement",
                        "independent-teacher.agreementWhereTeacherIsWrong",
                        "independent-teacher.answerKappa",
                        "independent-teacher.errorConsistency",
                        "independent-teacher.klDivergence",
                        "independent-teacher.klDivergenceWhereTeacherIsWrong",
                        "teacher",
                        "student",
                        "treatment",
                        "shuffled");
    }

    @Test
    void ofAControlAreThereWithThatControlAlone() {
        assertThat(catalog.find("student.recoveredGap")).isEmpty();
        assertThat(new MetricCatalog(List.of("shuffled", "true-labels")).names())
                .contains("student.recoveredGap")
                .doesNotContain("teacher.recoveredGap", "shuffled.recoveredGap", "true-labels.recoveredGap");
    }

    @Test
    void haveTheNumberThatTheirNameSays() {
        assertThat(value("teacher.trainAccuracy")).isEqualTo(0.91);
        assertThat(value("teacher.testAccuracy")).isEqualTo(0.92);
        assertThat(value("teacher.macroRecall")).isEqualTo(0.93);
        assertThat(value("transfer.size")).isEqualTo(3000);
        assertThat(value("transfer.wrong")).isEqualTo(600);
        assertThat(value("student.testAccuracy")).isEqualTo(0.5);
        assertThat(value("student.givenLabelAccuracy")).isEqualTo(0.11);
        assertThat(value("student.macroRecall")).isEqualTo(0.12);
        assertThat(value("student.argminAccuracy")).isEqualTo(0.13);
        assertThat(value("student.majorityFloor")).isEqualTo(0.14);
        assertThat(value("student.agreement")).isEqualTo(0.15);
        assertThat(value("shuffled.transfer.size")).isEqualTo(2000);
        assertThat(value("shuffled.transfer.wrong")).isEqualTo(1500);
        assertThat(value("shuffled.labelsChanged")).isEqualTo(0.28);
        assertThat(value("shuffled.testAccuracy")).isEqualTo(0.22);
        assertThat(value("shuffled.agreementWhereTeacherIsWrong")).isEqualTo(0.27);
    }

    @Test
    void ofAnotherEvaluationSetHaveItsNameInTheMiddle() {
        MetricCatalog further = new MetricCatalog(Metrics.KNOWN, List.of("shuffled"), List.of("test", "test-next"));

        assertThat(further.names())
                .contains("student.testAccuracy", "student.test-next.testAccuracy", "student.test-next.macroRecall")
                .contains("independent-teacher.agreement", "independent-teacher.test-next.agreement")
                .doesNotContain("student.test-next.givenLabelAccuracy", "student.test.testAccuracy");
        assertThat(new MetricCatalog(Metrics.KNOWN, List.of(), List.of("test", "fresh", "validation")).names())
                .contains("student.fresh.agreement", "student.validation.agreement")
                .doesNotContain("independent-teacher.fresh.agreement", "independent-teacher.validation.agreement");
        assertThat(further.find("shuffled.test-next.testAccuracy").orElseThrow().of(results(replicate(0.5, 600, 0.1))))
                .contains(new Measurement(0.29, null, Unit.SHARE, 1));
    }

    @Test
    void haveShortNamesForTheTestAccuracies() {
        assertThat(catalog.find("teacher")).map(NamedMetric::name).contains("teacher.testAccuracy");
        assertThat(catalog.find("student")).map(NamedMetric::name).contains("student.testAccuracy");
        assertThat(catalog.find("treatment")).map(NamedMetric::name).contains("student.testAccuracy");
        assertThat(catalog.find("shuffled")).map(NamedMetric::name).contains("shuffled.testAccuracy");
    }

    @Test
    void haveTheIntervalOfTheTestSetInOneRun() {
        assertThat(measured("student", replicate(0.5, 600, null)))
                .contains(new Measurement(0.5, new Range(0.25, 0.75), Unit.SHARE, 1));
    }

    @Test
    void haveNoIntervalInOneRunWhereTheTestSetGivesNone() {
        assertThat(measured("transfer.size", replicate(0.5, 600, null)))
                .contains(new Measurement(3000, null, Unit.COUNT, 1));
        assertThat(measured("student.agreement", replicate(0.5, 600, 0.75)))
                .contains(new Measurement(0.75, null, Unit.SHARE, 1));
    }

    @Test
    void areMeansWithAnIntervalOfTheMeanOverReplicates() {
        Measurement size = measured("transfer.wrong", replicate(0.5, 600, null), replicate(0.5, 602, null))
                .orElseThrow();

        // Two values one apart from their mean: their standard deviation is the root of 2, the quantile of t 12.7062.
        assertThat(size.value()).isEqualTo(601);
        assertThat(size.interval().low()).isCloseTo(601 - 12.706204736174698, within(ROUNDING));
        assertThat(size.interval().high()).isCloseTo(601 + 12.706204736174698, within(ROUNDING));
    }

    @Test
    void keepTheIntervalOfAShareWithinItsRange() {
        assertThat(measured("student", replicate(0.25, 600, null), replicate(0.75, 600, null)))
                .contains(new Measurement(0.5, new Range(0, 1), Unit.SHARE, 2));
    }

    @Test
    void areAbsentWhereAReplicateLacksThem() {
        assertThat(measured("student", replicate(null, 600, null))).isEmpty();
        assertThat(measured("student", replicate(0.5, 600, null), replicate(null, 600, null)))
                .isEmpty();
        assertThat(measured("transfer.wrong", replicate(0.5, null, null))).isEmpty();
        assertThat(measured("student", replicate(Double.NaN, 600, null))).isEmpty();
        assertThat(new MetricCatalog(List.of("next-class"))
                        .find("next-class.transfer.size")
                        .orElseThrow()
                        .of(results(replicate(0.5, 600, null))))
                .isEmpty();
    }
}
