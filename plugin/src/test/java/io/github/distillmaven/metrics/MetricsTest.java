package io.github.distillmaven.metrics;

import java.util.List;
import java.util.OptionalDouble;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Taught;
import io.github.distillmaven.extension.data.Answers;
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
}
