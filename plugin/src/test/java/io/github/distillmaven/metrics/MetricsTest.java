package io.github.distillmaven.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.extension.data.Answers;
import io.github.distillmaven.extension.data.Taught;
import io.github.distillmaven.metrics.classes.LowestRecall;
import io.github.distillmaven.metrics.classes.Top5Accuracy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("A metric")
class MetricsTest {

    /** Five inputs of three classes, none of class 1: the model is right on 0, 3 and 4, the teacher on 0, 1 and 3. */
    private final Evaluation evaluation = new Evaluation(
            3,
            new int[] {0, 0, 2, 2, 2},
            answers(new int[] {0, 2, 0, 2, 2}, new int[] {1, 0, 2, 1, 0}),
            answers(new int[] {0, 0, 0, 2, 1}, new int[5]),
            new Taught(List.of(1, 0, 7), 0.875));

    private final Evaluation empty = new Evaluation(
            3,
            new int[0],
            answers(new int[0], new int[0]),
            answers(new int[0], new int[0]),
            new Taught(List.of(), Double.NaN));

    private static Answers answers(int[] predicted, int[] leastLikely) {
        return new Answers(predicted, leastLikely, new float[predicted.length]);
    }

    @Test
    @DisplayName("counts the right answers")
    void countsTheRightAnswers() {
        assertThat(new TestAccuracy().of(evaluation)).isEqualTo(new Score(0.6, 3, 5));
    }

    @Test
    @DisplayName("counts every class that has inputs the same")
    void countsEveryClassTheSame() {
        // Recalls 1/2 and 2/3; class 1 has no inputs. The accuracy is 3/5.
        assertThat(new MacroRecall().of(evaluation)).isEqualTo(Score.of((1 / 2.0 + 2 / 3.0) / 2));
    }

    @Test
    @DisplayName("says what the class gets that gets least")
    void saysWhatTheWorstClassGets() {
        assertThat(new LowestRecall().of(evaluation)).isEqualTo(Score.of(1 / 2.0));
        assertThat(new LowestRecall().of(empty)).isEqualTo(Score.of(Double.NaN));
    }

    @Test
    @DisplayName("counts how often the right class is among five of more, of equal ones by their order")
    void countsTheFiveLikeliest() {
        Evaluation six = new Evaluation(
                6,
                new int[] {0, 5, 1, 4},
                distributions(new int[4], 6, 5, 4, 3, 2, 1, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 9),
                answers(new int[4], new int[4]),
                new Taught(List.of(), Double.NaN));

        // The last of six is not; of equal ones the second is; before class 4 of the last image come five.
        assertThat(new Top5Accuracy().of(six)).isEqualTo(new Score(0.5, 2, 4));
        assertThat(new Top5Accuracy().of(evaluation)).isEqualTo(Score.of(Double.NaN));
        assertThat(new Top5Accuracy().chance(100)).hasValue(0.05);
        assertThat(new Top5Accuracy().chance(5)).isEmpty();
    }

    @Test
    @DisplayName("counts how often the least likely class is the right one")
    void countsTheLeastLikely() {
        assertThat(new ArgminAccuracy().of(evaluation)).isEqualTo(new Score(0.4, 2, 5));
    }

    @Test
    @DisplayName("knows what always answering the label that was given most often gets right")
    void knowsTheMajorityFloor() {
        assertThat(new MajorityFloor().of(evaluation)).isEqualTo(Score.of(0.6));
    }

    @Test
    @DisplayName("counts the answers that are the teacher's, and those among its mistakes")
    void countsAgreement() {
        // The two agree on inputs 0, 2 and 3; the teacher is wrong on 2 and 4.
        assertThat(new TeacherAgreement().of(evaluation)).isEqualTo(new Score(0.6, 3, 5));
        assertThat(new AgreementWhereTeacherIsWrong().of(evaluation)).isEqualTo(new Score(0.5, 1, 2));
    }

    @Test
    @DisplayName("knows how far the answers agree beyond chance")
    void knowsTheKappaOfTheAnswers() {
        // They agree on 3 of 5 inputs. By chance: class 0 is answered 2 and 3 times, class 1 never and once, class 2 3
        // times and once.
        assertThat(new AnswerKappa().of(evaluation)).isEqualTo(Score.of((3 * 5 - 9) / (25.0 - 9)));
    }

    @Test
    @DisplayName("knows how far the errors agree beyond chance")
    void knowsTheConsistencyOfTheErrors() {
        // Both are right on inputs 0 and 3, both wrong on input 2. Of the accuracies 3/5 and 3/5, chance is 9/25 +
        // 4/25.
        assertThat(new ErrorConsistency().of(evaluation).value())
                .isCloseTo((3 / 5.0 - 13 / 25.0) / (1 - 13 / 25.0), within(1e-15));
    }

    @Test
    @DisplayName("of two models that never err has no consistency of errors, and of one that does not it is 0")
    void knowsNoConsistencyWithoutErrors() {
        int[] targets = {0, 0, 2, 2, 2};
        Answers right = answers(targets, new int[5]);
        Answers oneWrong = answers(new int[] {0, 0, 2, 2, 1}, new int[5]);
        Taught taught = new Taught(List.of(), 1);

        assertThat(new ErrorConsistency().of(new Evaluation(3, targets, right, right, taught)))
                .isEqualTo(new Score(null, null, null));
        assertThat(new ErrorConsistency().of(new Evaluation(3, targets, oneWrong, right, taught)))
                .isEqualTo(Score.of(0));
        assertThat(new AnswerKappa().of(new Evaluation(3, targets, right, right, taught)))
                .isEqualTo(Score.of(1));
    }

    private static Answers distributions(int[] predicted, float... logits) {
        return new Answers(predicted, new int[predicted.length], new float[predicted.length], Optional.of(logits));
    }

    @Test
    @DisplayName("knows how far the distributions are from the teacher's, and where that errs")
    void knowsTheDivergence() {
        // Of the teacher 3/4 and 1/4, 1/2 and 1/2; of the model the other way round, and 3/4 and 1/4.
        float three = (float) Math.log(3);
        Evaluation two = new Evaluation(
                2,
                new int[] {0, 1},
                distributions(new int[] {1, 0}, 0, three, three, 0),
                distributions(new int[] {0, 0}, three, 0, 5, 5),
                new Taught(List.of(), 1));

        double first = 0.75 * Math.log(3) - 0.25 * Math.log(3);
        double second = 0.5 * Math.log(0.5 / 0.75) + 0.5 * Math.log(0.5 / 0.25);
        assertThat(new KlDivergence().of(two).value()).isCloseTo((first + second) / 2, within(1e-7));
        // It is wrong on the second input alone.
        assertThat(new KlDivergenceWhereTeacherIsWrong().of(two).value()).isCloseTo(second, within(1e-7));
        assertThat(new KlDivergence().unit()).isEqualTo(Unit.NATS);
        assertThat(new KlDivergence().needsLogits()).isTrue();
    }

    @Test
    @DisplayName("has no divergence over no inputs")
    void knowsNoDivergenceOfNoInputs() {
        Answers none = distributions(new int[0]);
        Answers right = distributions(new int[] {1}, 0, 3);
        Taught taught = new Taught(List.of(), 1);

        assertThat(new KlDivergence().of(new Evaluation(2, new int[0], none, none, taught)))
                .isEqualTo(new Score(null, null, null));
        assertThat(new KlDivergenceWhereTeacherIsWrong().of(new Evaluation(2, new int[] {1}, right, right, taught)))
                .isEqualTo(new Score(null, null, null));
    }

    @Test
    @DisplayName("takes as many logits for each answer")
    void takesAsManyLogitsForEachAnswer() {
        assertThatThrownBy(() -> distributions(new int[2], 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 logits of 2 answers");
        assertThatThrownBy(() -> distributions(new int[0], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 logits of 0 answers");
    }

    @Test
    @DisplayName("knows how well the training examples are fitted")
    void knowsTheFit() {
        assertThat(new GivenLabelAccuracy().of(evaluation)).isEqualTo(Score.of(0.875));
        assertThat(new TrainAccuracy().of(evaluation)).isEqualTo(Score.of(0.875));
    }

    @Test
    @DisplayName("is unknown without inputs")
    void isUnknownWithoutInputs() {
        assertThat(new TestAccuracy().of(empty)).isEqualTo(new Score(null, 0, 0));
        assertThat(new MacroRecall().of(empty)).isEqualTo(new Score(null, null, null));
        assertThat(new MajorityFloor().of(empty)).isEqualTo(new Score(null, null, null));
        assertThat(new GivenLabelAccuracy().of(empty)).isEqualTo(new Score(null, null, null));
        assertThat(new AnswerKappa().of(empty)).isEqualTo(new Score(null, null, null));
        assertThat(new ErrorConsistency().of(empty)).isEqualTo(new Score(null, null, null));
    }

    @Test
    @DisplayName("says what guessing comes to, where that means something")
    void saysWhatGuessingComesTo() {
        assertThat(new TestAccuracy().chance(10)).isEqualTo(OptionalDouble.of(0.1));
        assertThat(new TeacherAgreement().chance(10)).isEmpty();
    }

    @Test
    @DisplayName("is written behind an arm in camel case")
    void isWrittenInCamelCase() {
        assertThat(new AgreementWhereTeacherIsWrong().label()).isEqualTo("agreementWhereTeacherIsWrong");
        assertThat(new TestAccuracy().label()).isEqualTo(TestAccuracy.LABEL);
    }

    @Test
    @DisplayName("is not computed of answers to other inputs")
    void isNotComputedOfAnswersToOtherInputs() {
        assertThatThrownBy(() -> new Evaluation(
                        3, new int[4], answers(new int[4], new int[4]), answers(new int[0], new int[0]), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 targets, 4 answers, and 0 of the teacher");
    }

    @Test
    @DisplayName(
            "says how much of what the teacher lacks the student recovers, and nothing where the true labels teach no more")
    void recoversAPartOfTheGap() {
        Taught taught = new Taught(List.of(4), 1);
        int[] targets = {0, 0, 0, 0, 0};
        Answers two = answers(new int[] {0, 0, 1, 1, 1}, new int[5]);
        Answers three = answers(new int[] {1, 1, 0, 0, 0}, new int[5]);
        Answers four = answers(new int[] {0, 0, 0, 0, 1}, new int[5]);
        Answers one = answers(new int[] {1, 1, 1, 1, 0}, new int[5]);
        RecoveredGap gap = new RecoveredGap();

        // The teacher has two right, the ceiling four: three is half of the way.
        assertThat(gap.of(new Evaluation(2, targets, three, two, taught, Map.of("true-labels", four))))
                .isEqualTo(Score.of(0.5));
        assertThat(gap.of(new Evaluation(2, targets, one, two, taught, Map.of("true-labels", four))))
                .isEqualTo(Score.of(-0.5));
        assertThat(gap.of(new Evaluation(2, targets, four, two, taught, Map.of("true-labels", three))))
                .isEqualTo(Score.of(2));
        assertThat(gap.of(new Evaluation(2, targets, three, two, taught, Map.of("true-labels", two))))
                .isEqualTo(Score.of(Double.NaN));
    }
}
