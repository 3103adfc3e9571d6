package io.github.distillmaven.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Condition.Bound;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.distillmaven.gate.Outcome.Status.ERROR;
import static io.github.distillmaven.gate.Outcome.Status.MET;
import static io.github.distillmaven.gate.Outcome.Status.NOT_HELD;
import static io.github.distillmaven.gate.Outcome.Status.SKIPPED;
import static io.github.distillmaven.gate.Outcome.Status.UNMET;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Results held against expectations")
class JudgeTest {

    @TempDir
    Path project;

    private static Results results(Double testAccuracy, double... further) {
        Results.Replicate first = replicate(testAccuracy);
        return new Results(
                Results.SCHEMA,
                "x",
                null,
                Stream.concat(Stream.of(first), Arrays.stream(further).mapToObj(accuracy -> replicate(accuracy)))
                        .toList(),
                new Results.Summary(Map.of()),
                null);
    }

    private static Results.Replicate replicate(Double testAccuracy) {
        return ArmFixture.replicate(
                1,
                "ab".repeat(32),
                ArmFixture.teacher().test("testAccuracy", 0.98, 0.97, 0.99),
                ArmFixture.student(3000, null, 1).test("testAccuracy", testAccuracy, 0.48, 0.52),
                Map.of(
                        "shuffled",
                        ArmFixture.control(3000, null, 1)
                                .test("testAccuracy", 0.46, 0.45, 0.47996)
                                .numbers(new Results.McNemar(1, 2, 0.5), 0.75)));
    }

    private Outcome outcome(Results results, String metric, Condition condition) {
        Judge judge = new Judge(
                new MetricCatalog(List.of("shuffled")),
                results,
                new Baseline(project, project.resolve("src/distill/x.json")));
        return judge.judge(List.of(new Expectation(2, metric, List.of(condition))))
                .get(0);
    }

    private void baseline(Results results) throws Exception {
        Files.createDirectories(project.resolve("src/distill"));
        new JsonFiles().write(project.resolve("src/distill/x.json"), results);
    }

    @Test
    void reachALimit() {
        assertThat(outcome(results(0.5), "student.testAccuracy", new Condition.Limit(Bound.MIN, 0.5)))
                .isEqualTo(
                        new Outcome(
                                "student.testAccuracy min 0.5",
                                MET,
                                "student.testAccuracy is 50.0% (one network; [48.0, 52.0] by the choice of test images), as expected at least 50%."));
        assertThat(outcome(results(0.5), "student", new Condition.Limit(Bound.MIN, 0.525)))
                .isEqualTo(
                        new Outcome(
                                "student min 0.525",
                                UNMET,
                                "student is 50.0% (one network; [48.0, 52.0] by the choice of test images), wanted at least 52.5% (<min> of <expectation> 2 in <expectations>)."));
    }

    @Test
    void doNotExceedALimit() {
        assertThat(outcome(results(0.5), "transfer.size", new Condition.Limit(Bound.MAX, 3000)))
                .isEqualTo(new Outcome(
                        "transfer.size max 3000", MET, "transfer.size is 3,000, as expected at most 3,000."));
        assertThat(outcome(results(0.5), "transfer.size", new Condition.Limit(Bound.MAX, 2999.5)))
                .isEqualTo(
                        new Outcome(
                                "transfer.size max 2999.5",
                                UNMET,
                                "transfer.size is 3,000.0, wanted at most 2,999.5 (<max> of <expectation> 2 in <expectations>)."));
    }

    @Test
    void arePrintedWithAsManyDigitsAsItTakesToSeeTheDifference() {
        assertThat(outcome(results(0.49998), "student", new Condition.Limit(Bound.MIN, 0.5))
                        .text())
                .isEqualTo(
                        "student is 49.998% (one network; [48.000, 52.000] by the choice of test images), wanted at least 50% (<min> of <expectation> 2 in"
                                + " <expectations>).");
    }

    @Test
    void ofSeveralReplicatesAreMeans() {
        // Student's t with one degree of freedom reaches far.
        assertThat(outcome(results(0.5, 0.51), "student", new Condition.Limit(Bound.MIN, 0.51))
                        .text())
                .isEqualTo("student is 50.5% [44.1, 56.9], wanted at least 51% (<min> of <expectation> 2 in"
                        + " <expectations>).");
    }

    @Test
    void lieAboveOthersByTheirPairedDifference() {
        // The control has 0.46 each time: differences 0.04, 0.05, 0.06, mean 0.05, deviation 0.01, and the 0.95
        // quantile of
        // Student's t with two degrees of freedom is 2.919986: 0.05 - 2.919986 * 0.01 / sqrt(3) = 0.03314.
        Results three = results(0.5, 0.51, 0.52);

        assertThat(outcome(three, "treatment", new Condition.Above("shuffled", 0)))
                .isEqualTo(new Outcome(
                        "treatment above shuffled",
                        MET,
                        "treatment minus shuffled is +5.0 points over 3 replicates, and with 95% confidence above +3.3 points, as"
                                + " expected above 0 points."));
        assertThat(outcome(three, "treatment", new Condition.Above("shuffled", 0.04)))
                .isEqualTo(new Outcome(
                        "treatment above shuffled by 0.04",
                        UNMET,
                        "treatment minus shuffled is +5.0 points over 3 replicates, and with 95% confidence above +3.3 points,"
                                + " wanted above 4 points (<above> of <expectation> 2 in <expectations>)."));
        assertThat(outcome(three, "treatment", new Condition.Above("shuffled", 0.0331))
                        .text())
                .isEqualTo(
                        "treatment minus shuffled is +5.000 points over 3 replicates, and with 95% confidence above +3.314"
                                + " points, as expected above 3.31 points.");
        assertThat(outcome(three, "shuffled", new Condition.Above("treatment", 0))
                        .status())
                .isEqualTo(UNMET);
        assertThat(outcome(three, "treatment", new Condition.Above("treatment", 0))
                        .status())
                .isEqualTo(UNMET);
    }

    @Test
    void thatNeverVaryAreSaidToLieAboveOthersInEachReplicate() {
        assertThat(outcome(results(0.5, 0.5, 0.5), "treatment", new Condition.Above("shuffled", 0)))
                .isEqualTo(
                        new Outcome(
                                "treatment above shuffled",
                                MET,
                                "treatment minus shuffled is +4.0 points in each of 3 replicates, as expected above 0 points."));
    }

    @Test
    void lieAboveMultiplesOfOthers() {
        // Half of the control is 0.23 each time: differences 0.27, 0.28, 0.29, and the bound 0.28 - 0.01686.
        Results three = results(0.5, 0.51, 0.52);

        assertThat(outcome(three, "treatment", new Condition.Above("shuffled", 0.5, 0.2)))
                .isEqualTo(new Outcome(
                        "treatment above 0.5 times shuffled by 0.2",
                        MET,
                        "treatment minus 0.5 times shuffled is +28.0 points over 3 replicates, and with 95% confidence above"
                                + " +26.3 points, as expected above 20 points."));
        assertThat(outcome(three, "treatment", new Condition.Above("shuffled", 4, 0)))
                .isEqualTo(
                        new Outcome(
                                "treatment above 4 times shuffled",
                                UNMET,
                                "treatment minus 4 times shuffled is -133.0 points over 3 replicates, and with 95% confidence above"
                                        + " -134.7 points, wanted above 0 points (<above> of <expectation> 2 in <expectations>)."));
    }

    @Test
    void areNotSaidToLieAboveOthersByAFewSeeds() {
        assertThat(outcome(results(0.9), "treatment", new Condition.Above("shuffled", 0)))
                .isEqualTo(
                        new Outcome(
                                "treatment above shuffled",
                                UNMET,
                                "treatment cannot be said to lie above shuffled by one network: how far seeds scatter is not known."
                                        + " Set <replicates>3</replicates> or more (<above> of <expectation> 2 in <expectations>)."));
        assertThat(outcome(results(0.9, 0.91), "treatment", new Condition.Above("shuffled", 0))
                        .text())
                .startsWith("treatment cannot be said to lie above shuffled by 2 replicates: ");
    }

    @Test
    void mayLieAboveOthersByCounts() {
        assertThat(outcome(results(0.5, 0.5, 0.5), "transfer.size", new Condition.Above("shuffled.transfer.size", 0))
                        .text())
                .isEqualTo(
                        "transfer.size minus shuffled.transfer.size is 0 in each of 3 replicates, wanted above 0 (<above> of <expectation> 2 in <expectations>).");
    }

    @Test
    void thatWereNotMeasuredAreNotAsExpected() {
        assertThat(outcome(results(null), "student", new Condition.Limit(Bound.MAX, 1)))
                .isEqualTo(new Outcome(
                        "student max 1",
                        UNMET,
                        "student was not measured, but is expected to meet a condition (<max> of <expectation> 2 in"
                                + " <expectations>)."));
        assertThat(outcome(results(Double.NaN), "student", new Condition.Limit(Bound.MAX, 1))
                        .status())
                .isEqualTo(UNMET);
        assertThat(outcome(results(null), "teacher", new Condition.Above("student", 0)))
                .isEqualTo(new Outcome(
                        "teacher above student",
                        UNMET,
                        "student was not measured, but teacher is expected to lie above it (<above> of <expectation> 2 in"
                                + " <expectations>)."));
    }

    @Test
    void areNotFarBelowTheBaseline() throws Exception {
        baseline(results(0.5));

        // In binary, 0.5 - 0.02 is more than 0.48.
        assertThat(outcome(results(0.48), "student", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02)))
                .isEqualTo(new Outcome(
                        "student noWorseThanBaselineBy 0.02",
                        MET,
                        "student is 48.0% (one network; [48.0, 52.0] by the choice of test images), as expected at most 2 points below the 50.0% of the baseline"
                                + " src/distill/x.json."));
        assertThat(outcome(results(0.479), "student", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02)))
                .isEqualTo(
                        new Outcome(
                                "student noWorseThanBaselineBy 0.02",
                                UNMET,
                                "student is 47.9% (one network; [48.0, 52.0] by the choice of test images), wanted at most 2 points below the 50.0% of the baseline"
                                        + " src/distill/x.json (<noWorseThanBaselineBy> of <expectation> 2 in <expectations>)."));
        assertThat(outcome(results(0.5), "transfer.size", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 10))
                        .text())
                .isEqualTo(
                        "transfer.size is 3,000, as expected at most 10 below the 3,000 of the baseline src/distill/x.json.");
    }

    @Test
    void areNotComparedWithABaselineThatIsNotThere() {
        assertThat(outcome(results(0.5), "student", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02)))
                .isEqualTo(new Outcome(
                        "student noWorseThanBaselineBy 0.02",
                        SKIPPED,
                        "student is 50.0% (one network; [48.0, 52.0] by the choice of test images), and there is no baseline src/distill/x.json yet to compare it with"
                                + " (<noWorseThanBaselineBy> of <expectation> 2 in <expectations>)."));
    }

    @Test
    void areNotAsExpectedIfTheBaselineLacksThem() throws Exception {
        baseline(results(null));

        assertThat(outcome(results(0.5), "student", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02)))
                .isEqualTo(new Outcome(
                        "student noWorseThanBaselineBy 0.02",
                        UNMET,
                        "student is 50.0% (one network; [48.0, 52.0] by the choice of test images), wanted at most 2 points below that of the baseline src/distill/x.json,"
                                + " which lacks it; write the baseline anew with -Ddistill.writeBaseline"
                                + " (<noWorseThanBaselineBy> of <expectation> 2 in <expectations>)."));
    }

    @Test
    void areNotComparedWithABaselineOfAnotherSchemaOrADamagedOne() throws Exception {
        baseline(results(0.5));
        Path file = project.resolve("src/distill/x.json");
        String sound = Files.readString(file);
        String advice =
                ". This file is the baseline: restore it from version control, or write it anew with -Ddistill.writeBaseline.";
        Files.writeString(file, sound.replace("\"schema\" : 5", "\"schema\" : 2"));

        assertThat(outcome(results(0.5), "student", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02)))
                .isEqualTo(new Outcome(
                        "student noWorseThanBaselineBy 0.02", ERROR, file + ": schema 2, expected 5" + advice));

        for (String damaged : List.of(sound.substring(0, 60), "null", "", "{\"schema\" : 5, \"replicates\" : null}")) {
            Files.writeString(file, damaged);

            assertThat(outcome(results(0.5), "student", new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02)))
                    .as(damaged)
                    .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(ERROR))
                    .satisfies(outcome ->
                            assertThat(outcome.text()).startsWith(file + ": ").endsWith(advice));
        }
    }

    @Test
    void areJudgedConditionByCondition() {
        Judge judge =
                new Judge(new MetricCatalog(List.of()), results(0.5), new Baseline(project, project.resolve("b")));

        assertThat(judge.judge(List.of(
                        new Expectation(
                                1,
                                "student",
                                List.of(new Condition.Limit(Bound.MIN, 0.6), new Condition.Limit(Bound.MAX, 0.7))),
                        new Expectation(2, "teacher", List.of(new Condition.Limit(Bound.MIN, 0.9))))))
                .extracting(Outcome::status)
                .containsExactly(UNMET, MET, MET);
    }

    @Test
    void whatIsNotHeldSaysWhy() {
        Expectation expectation = new Expectation(
                1, "student", List.of(new Condition.Above("shuffled", 0.2), new Condition.Limit(Bound.MIN, 0.5)));

        assertThat(Judge.notHeld(List.of(expectation), "seed is 2, not 1"))
                .containsExactly(
                        new Outcome(
                                "student above shuffled by 0.2",
                                NOT_HELD,
                                "The preset expects this of its own settings: seed is 2, not 1."),
                        new Outcome(
                                "student min 0.5",
                                NOT_HELD,
                                "The preset expects this of its own settings: seed is 2, not 1."));
    }
}
