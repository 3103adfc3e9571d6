package io.github.distillmaven.report.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.report.account.LogSummary;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.EarlierResults;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The comparison with a baseline")
class BaselineComparisonTest {

    private static final String ONE_RUN =
            "Intervals of one network cover the choice of test images alone: a difference may be due to the seed.";

    @Test
    void isNoneWithoutABaseline() {
        assertThat(BaselineComparison.of(null, results("lab", "preset", replicate(1, 0.5, 3000, null))))
                .isNull();
    }

    @Test
    void showsEveryNumberThatBothHaveWithItsDifference() {
        BaselineComparison comparison = compare(
                results("lab", "preset", replicate(1, 0.5, 3000, null)),
                results("lab", "preset", replicate(1, 0.75, 2900, null)));

        assertThat(plain(comparison.rows()))
                .containsExactly(
                        "teacher.trainAccuracy: 98.0% -> 98.0%, 0.0, ",
                        "teacher.testAccuracy: 97.0% [96.0, 98.0] -> 97.0% [96.0, 98.0], 0.0, ",
                        "transfer.size: 3,000 -> 2,900, \u2212100, ",
                        "student.givenLabelAccuracy: 90.0% -> 90.0%, 0.0, ",
                        "student.testAccuracy: 50.0% [49.0, 51.0] -> 75.0% [74.0, 76.0], +25.0, ",
                        "student.majorityFloor: 10.0% -> 10.0%, 0.0, ");
        assertThat(comparison.notes()).containsExactly(ONE_RUN);
    }

    @Test
    void tellsTheLogInAFewLines() {
        BaselineComparison comparison = compare(
                results("lab", "preset", replicate(1, 0.5, 3000, null)),
                results("lab", "preset", replicate(1, 0.75, 2900, null)));

        assertThat(comparison.lines().stream().map(LogSummary::plain))
                .containsExactly(
                        "Baseline old/results.json (experiment lab, seed 1): teacher.testAccuracy was 97.0% [96.0, 98.0], is 97.0% [96.0, 98.0]"
                                + " (0.0 points); student.testAccuracy was 50.0% [49.0, 51.0], is"
                                + " 75.0% [74.0, 76.0] (+25.0 points).",
                        "2 of the 6 numbers that both have differ.", ONE_RUN);
    }

    @Test
    void takesTheIntervalsOfTheMeanFromSeveralReplicates() {
        Results before = results("lab", "preset", replicate(1, 0.5, 3000, null), replicate(2, 0.6, 3001, null));
        Results now = results("lab", "preset", replicate(1, 0.55, 3000, null), replicate(2, 0.65, 3000, null));

        BaselineComparison comparison = compare(before, now);

        // Mean 3000.5, deviation 0.707: 3000.5 +- 6.353.
        // The differences by seed are 0.05 and 0.05 of the accuracies, 0 and -1 of the sizes: -0.5 ± 12.706 * 0.7071 /
        // sqrt(2).
        // Mean 0.55, deviation 0.0707, t quantile 12.706 over the square root of 2: 0.55 +- 0.6353, cut at 0 and 1.
        assertThat(plain(comparison.rows()))
                .contains(
                        "student.testAccuracy: 55.0% [0.0, 100.0] -> 60.0% [0.0, 100.0], +5.0, [5.0, 5.0]",
                        "transfer.size: 3,000.5 [2,994.1, 3,006.9] -> 3,000 [3,000, 3,000], \u22120.5, [\u22126.9, 5.9]");
        assertThat(comparison.of()).isEqualTo("experiment lab, 2 replicates");
        assertThat(comparison.notes()).isEmpty();
        assertThat(comparison.verdict())
                .isEqualTo(
                        "2 of the 6 numbers that both have differ; paired by seed, the 95% interval of the difference excludes 0 for"
                                + " student.testAccuracy.");
    }

    @Test
    void namesWhatOnlyOneSideHas() {
        Results before = results(
                "lab", "preset", replicate(1, 0.5, 3000, 2000, "shuffled"), replicate(2, 0.5, 3000, 2000, "shuffled"));
        Results now = results(
                "lab",
                "preset",
                replicate(2, 0.5, 3000, null, "next-class"),
                replicate(3, 0.5, 3000, null, "next-class"));

        assertThat(compare(before, now).notes())
                .containsExactly(
                        "Only the baseline has the students shuffled.",
                        "Only this build has the students next-class.",
                        "Only the baseline has the seeds 1.",
                        "Only this build has the seeds 3.",
                        "Only the baseline has the numbers transfer.wrong.");
    }

    @Test
    void countsWhatWouldBeALongList() {
        List<Results.Replicate> many = new ArrayList<>();
        for (int seed = 1; seed <= 100; seed++) {
            many.add(replicate(seed, 0.5, 3000, null));
        }

        assertThat(compare(
                                results("lab", "preset", replicate(1, 0.5, 3000, null)),
                                results("lab", "preset", many.toArray(Results.Replicate[]::new)))
                        .notes())
                .containsExactly("Only this build has the seeds 2, 3, 4, 5, 6, 7 and 93 more.", ONE_RUN);
    }

    @Test
    void comparesAnotherExperimentAllTheSameAndSaysSo() {
        BaselineComparison comparison = compare(
                results("other", null, replicate(1, 0.5, 3000, null)),
                results("lab", "preset", replicate(1, 0.5, 3000, null)));

        assertThat(comparison.rows()).hasSize(6);
        assertThat(comparison.notes())
                .containsExactly(
                        "The baseline is of another experiment, other: a difference is not a change of this one.",
                        "The baseline is of another preset, none, not preset.",
                        ONE_RUN);
    }

    private static List<String> plain(List<BaselineRow> rows) {
        return rows.stream()
                .map(row -> "%s: %s -> %s, %s, %s"
                        .formatted(row.metric(), row.before(), row.after(), row.difference(), row.interval())
                        .replace('\u00a0', ' '))
                .toList();
    }

    private static BaselineComparison compare(Results before, Results now) {
        return BaselineComparison.of(new EarlierResults("old/results.json", before), now);
    }

    private static Results results(String experiment, String preset, Results.Replicate... replicates) {
        return new Results(Results.SCHEMA, experiment, preset, List.of(replicates), null, null);
    }

    private static Results.Replicate replicate(
            long seed, double accuracy, int size, Integer wrong, String... controls) {
        Map<String, Results.ArmNumbers> others = new LinkedHashMap<>();
        for (String control : controls) {
            others.put(
                    control,
                    student(ArmFixture.control(size, null, size), 0.1).numbers(new Results.McNemar(1, 0, 1), 0.9));
        }
        return ArmFixture.replicate(
                seed,
                "key",
                ArmFixture.teacher().fit("trainAccuracy", 0.98).test("testAccuracy", 0.97, 0.96, 0.98),
                student(ArmFixture.student(size, wrong, size), accuracy),
                others);
    }

    private static ArmFixture student(ArmFixture student, double accuracy) {
        return student.fit("givenLabelAccuracy", 0.9)
                .test("testAccuracy", accuracy, accuracy - 0.01, accuracy + 0.01)
                .test("majorityFloor", 0.1);
    }
}
