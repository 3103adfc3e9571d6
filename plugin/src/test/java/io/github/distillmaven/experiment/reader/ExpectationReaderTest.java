package io.github.distillmaven.experiment.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Condition.Bound;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Expectations are read from what the user wrote")
class ExpectationReaderTest {

    private static final String ALL =
            "teacher.trainAccuracy, teacher.testAccuracy, teacher.macroRecall, teacher.lowestRecall, teacher.top5Accuracy, transfer.size,"
                    + " transfer.wrong, transfer.attackSuccess, transfer.independentAttackSuccess, student.givenLabelAccuracy, student.testAccuracy, student.macroRecall, student.lowestRecall, student.top5Accuracy,"
                    + " student.argminAccuracy, student.majorityFloor, student.agreement, student.agreementWhereTeacherIsWrong,"
                    + " student.answerKappa, student.errorConsistency, student.klDivergence,"
                    + " student.klDivergenceWhereTeacherIsWrong,"
                    + " independent-teacher.agreement, independent-teacher.agreementWhereTeacherIsWrong,"
                    + " independent-teacher.answerKappa, independent-teacher.errorConsistency, independent-teacher.klDivergence,"
                    + " independent-teacher.klDivergenceWhereTeacherIsWrong,"
                    + " teacher, student, treatment.";

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    @Test
    void eachWithItsConditionsInTheirOrder() throws InvalidExperimentException {
        Gate gate = gate(
                "controls=shuffled",
                "replicates=3",
                "expectations.expectation.metric=student.testAccuracy",
                "expectations.expectation.noWorseThanBaselineBy=0.02",
                "expectations.expectation.min= 0.45 ",
                "expectations.expectation[2].metric=treatment",
                "expectations.expectation[2].above=shuffled",
                "expectations.expectation[2].by=0.2",
                "expectations.expectation[2].times=2",
                "expectations.expectation[3].metric=transfer.size",
                "expectations.expectation[3].max=60000");

        assertThat(gate)
                .isEqualTo(new Gate(
                        List.of(
                                new Expectation(
                                        1,
                                        "student.testAccuracy",
                                        List.of(
                                                new Condition.Limit(Bound.MIN, 0.45),
                                                new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02))),
                                new Expectation(2, "treatment", List.of(new Condition.Above("shuffled", 2, 0.2))),
                                new Expectation(3, "transfer.size", List.of(new Condition.Limit(Bound.MAX, 60000)))),
                        null,
                        null,
                        false,
                        true));
    }

    @Test
    void areNoneWhereTheListIsEmpty() throws InvalidExperimentException {
        assertThat(gate("expectations=").expectations()).isEmpty();
    }

    @Test
    void ofAPresetHoldUntilThePomHasOthersOrNone() throws InvalidExperimentException {
        List<Expectation> ofPreset = List.of(
                new Expectation(1, "student", List.of(new Condition.Above("unperturbed", 0.25))),
                new Expectation(2, "student", List.of(new Condition.Above("permuted-label-teacher", 0.25))));

        assertThat(gate("preset=mnist-d-other").expectations()).isEqualTo(ofPreset);
        assertThat(gate("preset=mnist-d-other", "seed=7").expectations()).isEqualTo(ofPreset);
        assertThat(gate(
                                "preset=mnist-d-other",
                                "expectations.expectation.metric=transfer.size",
                                "expectations.expectation.min=10")
                        .expectations())
                .containsExactly(new Expectation(1, "transfer.size", List.of(new Condition.Limit(Bound.MIN, 10))));
        assertThat(gate("preset=mnist-d-other", "expectations=", "replicates=1", "controls=none")
                        .expectations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seed=7             | seed=8        |
            replicates=9       | seed=7        |
            replicates=1       | seed=7        | replicates is 1, and a comparison takes 3
            student.epochs=1   | seed=1        | student.epochs is 1, not 5
            controls=unperturbed | replicates=2 | there is no permuted-label-teacher; replicates is 2, and a comparison takes 3
            """)
    void ofAPresetAreHeldWhileTheExperimentIsThatOfThePreset(String one, String other, String notHeld)
            throws InvalidExperimentException {
        Gate gate = gate("preset=mnist-d-other", one, other);

        assertThat(gate.expectations()).hasSize(2);
        assertThat(gate.notHeld()).isEqualTo(notHeld);
    }

    @Test
    void sayWhereTheyStand() {
        Condition condition = new Condition.Limit(Bound.NO_WORSE_THAN_BASELINE_BY, 0.02);

        assertThat(new Expectation(7, "student", List.of(condition)).place(condition))
                .isEqualTo("<noWorseThanBaselineBy> of <expectation> 7 in <expectations>");
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        assertRefused(
                List.of(
                        "seed=x",
                        "expectations.expectation=",
                        "expectations.expectation[2].metric=teacher",
                        "expectations.expectation[3].metric=student",
                        "expectations.expectation[3].min=no",
                        "expectations.expectation[4].min=0.5"),
                "<seed> is 'x'; it must be a whole number from 0 to 9223372036854775807.",
                "<expectation> 1 in <expectations> has no <metric>. There are: " + ALL,
                "<expectation> 1 in <expectations> has no condition. Give it one or more of <min>, <max>, <above>,"
                        + " <noWorseThanBaselineBy>, <risesWith>, <fallsWith>.",
                "<expectation> 2 in <expectations> has no condition. Give it one or more of <min>, <max>, <above>,"
                        + " <noWorseThanBaselineBy>, <risesWith>, <fallsWith>.",
                "<min> of <expectation> 3 in <expectations> is 'no'; it must be a number from 0 to 1. student is a share.",
                "<expectation> 4 in <expectations> has no <metric>. There are: " + ALL);
    }

    @Test
    void anUnknownMetricIsAnsweredWithTheNearestOneAndTheList() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student.testAcuracy",
                        "expectations.expectation.min=0.5",
                        "expectations.expectation[2].metric=student",
                        "expectations.expectation[2].above=chance"),
                "<metric> of <expectation> 1 in <expectations> is 'student.testAcuracy'; it must be the name of a metric."
                        + " Did you mean 'student.testAccuracy'? There are: " + ALL,
                "<above> of <expectation> 2 in <expectations> is 'chance'; it must be the name of a metric. There are: "
                        + ALL);
    }

    @Test
    void anEvaluationSetThatTheExperimentHasNotIsNamed() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student.class-3.testAccuracy",
                        "expectations.expectation.min=0.5"),
                "<metric> of <expectation> 1 in <expectations> is 'student.class-3.testAccuracy', but the experiment has no such evaluation set."
                        + " Add 'class-3' to <evaluationSets>.");
    }

    @Test
    void aControlThatIsNotRunIsNamed() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=shuffled.transfer.size",
                        "expectations.expectation.min=1",
                        "expectations.expectation[2].metric=treatment",
                        "expectations.expectation[2].above=shuffled-within-class"),
                "<metric> of <expectation> 1 in <expectations> is 'shuffled.transfer.size', but the experiment has no such"
                        + " control. Add 'shuffled' to <controls>.",
                "<above> of <expectation> 2 in <expectations> is 'shuffled-within-class', but the experiment has no such"
                        + " control. Add 'shuffled-within-class' to <controls>.");
    }

    @Test
    void aControlThatWasRemovedIsAnsweredWithTheOneToUse() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student",
                        "expectations.expectation.above=untrained-teacher.testAccuracy"),
                "<above> of <expectation> 1 in <expectations> is 'untrained-teacher.testAccuracy'. The control"
                        + " 'untrained-teacher' was removed: an untrained network answers with two or three classes whatever it"
                        + " sees, which shows nothing. Use 'permuted-label-teacher' instead: the labels of a teacher that was"
                        + " trained on permuted labels.");
    }

    @Test
    void aWrongListOfControlsIsTheOnlyProblemItMakes() {
        assertRefused(
                List.of(
                        "controls=shufled",
                        "expectations.expectation.metric=treatment",
                        "expectations.expectation.above=shuffled"),
                "<controls> is 'shufled'; it must be one or more controls of next-class, permuted-label-teacher, random-subset,"
                        + " random-wrong, shuffled, shuffled-within-class, true-labels, unfiltered, unperturbed, or none. Did you mean 'shuffled'?");
    }

    @Test
    void aShareInPercentIsAnsweredWithTheShare() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student",
                        "expectations.expectation.min=45",
                        "expectations.expectation.max=99.5%",
                        "expectations.expectation[2].metric=transfer.size",
                        "expectations.expectation[2].min=-1",
                        "expectations.expectation[3].metric=student",
                        "expectations.expectation[3].min=NaN"),
                "<min> of <expectation> 1 in <expectations> is '45'; it must be a number from 0 to 1. student is a share."
                        + " Did you mean 0.45?",
                "<max> of <expectation> 1 in <expectations> is '99.5%'; it must be a number from 0 to 1. student is a share."
                        + " Did you mean 0.995?",
                "<min> of <expectation> 2 in <expectations> is '-1'; it must be a number of at least 0.",
                "<min> of <expectation> 3 in <expectations> is 'NaN'; it must be a number from 0 to 1. student is a share.");
    }

    @Test
    void aMarginNeedsSomethingToLieAbove() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student",
                        "expectations.expectation.min=0.2",
                        "expectations.expectation.by=20"),
                "<by> of <expectation> 1 in <expectations> is '20'; it must be a number from 0 to 1. student is a share. Did you"
                        + " mean 0.2?",
                "<by> of <expectation> 1 in <expectations> says by how much, but not above what. Add <above>, or remove it.");
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student",
                        "expectations.expectation.min=0.2",
                        "expectations.expectation.times=0"),
                "<times> of <expectation> 1 in <expectations> is '0'; it must be a number above 0.",
                "<times> of <expectation> 1 in <expectations> says how many times, but not above what. Add <above>, or remove it.");
    }

    @Test
    void fewSeedsAreNotEnoughToLieAboveAnother() {
        for (int replicates : List.of(1, 2)) {
            assertRefused(
                    List.of(
                            "replicates=" + replicates,
                            "controls=shuffled",
                            "expectations.expectation.metric=student",
                            "expectations.expectation.above=shuffled"),
                    "<above> of <expectation> 1 in <expectations> compares two metrics over several seeds, but <replicates> is "
                            + replicates
                            + ", which says nothing or too little about how far seeds scatter. Set <replicates>3</replicates> or"
                            + " more, or remove it.");
        }
    }

    @Test
    void aShareIsNotComparedWithACount() {
        assertRefused(
                List.of("expectations.expectation.metric=student", "expectations.expectation.above=transfer.size"),
                "<above> of <expectation> 1 in <expectations> is 'transfer.size', which cannot be compared with student:"
                        + " one is a share, the other a count.");
    }

    @Test
    void anUnknownElementIsAnsweredWithTheNearestOneAndTheList() {
        assertRefused(
                List.of(
                        "expectations.expectation.metric=student",
                        "expectations.expectation.min=0.5",
                        "expectations.expectation[2].metric=student",
                        "expectations.expectation[2].mini=0.5",
                        "expectations.expectation[2].max=0.5",
                        "expectations.expectaton.min=1",
                        "expectations.expectation[3]=student > 0.5"),
                "<expectations><expectation><mini> is not known. Did you mean <min>? <expectations><expectation> takes:"
                        + " above, by, fallsWith, max, metric, min, noWorseThanBaselineBy, risesWith, times.",
                "<expectations><expectaton> is not known. Did you mean <expectation>? <expectations> takes: expectation.",
                "<expectations><expectation> holds the text 'student > 0.5'. It takes elements: above, by, fallsWith, max,"
                        + " metric, min, noWorseThanBaselineBy, risesWith, times.",
                "<expectation> 3 in <expectations> has no <metric>. There are: " + ALL,
                "<expectation> 3 in <expectations> has no condition. Give it one or more of <min>, <max>, <above>,"
                        + " <noWorseThanBaselineBy>, <risesWith>, <fallsWith>.");
    }

    @Test
    void whatIsWrittenTwiceIsNotLost() {
        assertRefused(
                List.of(
                        "teacher.epochs=1",
                        "teacher.epochs[2]=2",
                        "student[2].epochs=1",
                        "student[2].batchSize=1",
                        "expectations.expectation.metric=student",
                        "expectations.expectation.above=teacher",
                        "expectations.expectation.above[2]=student",
                        "expectations[2].expectation.metric=student"),
                "<teacher><epochs> is written more than once. Keep one of them.",
                "<student> is written more than once. Keep one of them.",
                "<expectations><expectation><above> is written more than once. Keep one of them, or write an <expectation>"
                        + " for each.",
                "<expectations> is written more than once. Keep one of them.");
    }

    private Gate gate(String... written) throws InvalidExperimentException {
        return reader.read("x", List.of(pom(List.of(written)))).gate();
    }

    private void assertRefused(List<String> written, String... problems) {
        assertThatThrownBy(() -> reader.read("x", List.of(pom(written))))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessage("Experiment 'x' cannot run, its configuration has %s:\n"
                                .formatted(problems.length == 1 ? "an error" : problems.length + " errors")
                        + Stream.of(problems).map(problem -> "  - " + problem).collect(Collectors.joining("\n")));
    }

    private static SettingLayer pom(List<String> written) {
        Map<String, String> values = new LinkedHashMap<>();
        written.forEach(
                line -> values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new SettingLayer(Origin.POM, values);
    }
}
