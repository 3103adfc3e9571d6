package io.github.distillmaven.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.metrics.Range;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The metrics of an experiment")
class MetricCatalogTest {

    private static final double ROUNDING = 1e-9;

    private final MetricCatalog catalog = new MetricCatalog(List.of("shuffled"));

    private static Results.Replicate replicate(Double testAccuracy, Integer wrong, Double agreement) {
        Results.Bounds wilson = testAccuracy == null ? null : new Results.Bounds(0.25, 0.75);
        Results.Student student = new Results.Student(0.11, testAccuracy, wilson, 0.12, 0.13, 0.14, agreement, null);
        return new Results.Replicate(
                1,
                "ab".repeat(32),
                new Results.Teacher(0.91, 0.92, new Results.Bounds(0.9, 0.95), 0.93),
                new Results.Transfer(3000, wrong, List.of()),
                student,
                Map.of(
                        "shuffled",
                        new Results.Control(
                                new Results.Transfer(2000, 1500, List.of()),
                                new Results.Student(
                                        0.21, 0.22, new Results.Bounds(0.2, 0.23), 0.23, 0.24, 0.25, 0.26, 0.27),
                                new Results.McNemar(1, 2, 0.5),
                                0.28)));
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
                        "transfer.size",
                        "transfer.wrong",
                        "student.testAccuracy",
                        "student.givenLabelAccuracy",
                        "student.macroRecall",
                        "student.argminAccuracy",
                        "student.majorityFloor",
                        "student.agreement",
                        "student.agreementWhereTeacherIsWrong",
                        "shuffled.transfer.size",
                        "shuffled.transfer.wrong",
                        "shuffled.labelsChanged",
                        "shuffled.testAccuracy",
                        "shuffled.givenLabelAccuracy",
                        "shuffled.macroRecall",
                        "shuffled.argminAccuracy",
                        "shuffled.majorityFloor",
                        "shuffled.agreement",
                        "shuffled.agreementWhereTeacherIsWrong",
                        "teacher",
                        "student",
                        "treatment",
                        "shuffled");
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
    void haveShortNamesForTheTestAccuracies() {
        assertThat(catalog.find("teacher")).map(Metric::name).contains("teacher.testAccuracy");
        assertThat(catalog.find("student")).map(Metric::name).contains("student.testAccuracy");
        assertThat(catalog.find("treatment")).map(Metric::name).contains("student.testAccuracy");
        assertThat(catalog.find("shuffled")).map(Metric::name).contains("shuffled.testAccuracy");
    }

    @Test
    void haveTheIntervalOfTheTestSetInOneRun() {
        assertThat(measured("student", replicate(0.5, 600, null)))
                .contains(new Measurement(0.5, new Range(0.25, 0.75), Measurement.Unit.SHARE, 1));
    }

    @Test
    void haveNoIntervalInOneRunWhereTheTestSetGivesNone() {
        assertThat(measured("transfer.size", replicate(0.5, 600, null)))
                .contains(new Measurement(3000, null, Measurement.Unit.COUNT, 1));
        assertThat(measured("student.agreement", replicate(0.5, 600, 0.75)))
                .contains(new Measurement(0.75, null, Measurement.Unit.SHARE, 1));
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
                .contains(new Measurement(0.5, new Range(0, 1), Measurement.Unit.SHARE, 2));
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
