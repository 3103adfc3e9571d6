package io.github.distillmaven.dataset.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.metrics.Predictions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What came of an attack")
class AttackResultTest {

    private static final int[] LABELS = {0, 1, 2, 0};

    /** Grey levels: a byte is seen as a share of 255. */
    private final Examples originals =
            Examples.ofBytes(ExampleShape.of(1, 2, 1), new byte[] {0, 0, 51, 0, 0, 102, 0, 0}, new byte[] {0, 1, 2, 0});

    /** Moved by (3, 4), by (0, 0.5), not at all, and by (1, 0). */
    private LabelledInputs moved(boolean labelsAreTrue, List<Integer> candidates) {
        Examples inputs = new Examples(
                ExampleShape.of(1, 2, 1),
                new Values.FloatValues(new float[] {3, 4, 0.2f, 0.5f, 0, 0.4f, 1, 0}),
                new Targets.Classes(LABELS));
        int[] answers = {0, 2, 0, 1};
        Predictions predictions = new Predictions(IntStream.range(0, 4)
                .mapToObj(place -> new Predictions.Row(LABELS[place], answers[place], 0.5f, 0))
                .toList());
        return new LabelledInputs(inputs, predictions, new Targets.Classes(answers), labelsAreTrue, 3, candidates);
    }

    @Test
    void isHowManyInputsTheTeacherAnswersWithTheirTarget() {
        AttackResult result = AttackResult.of(
                originals, moved(true, List.of(0, 1, 2, 3)), TargetRule.RANDOM, Optional.of(new int[] {0, 2, 2, 2}));

        assertThat(result)
                .isEqualTo(new AttackResult(
                        "random",
                        new AttackResult.MovedPart(4, 2, (5 + 0.5 + 0 + 1) / 4),
                        // Inputs 0 and 2 have their own class as a target; the teacher answers the latter with another.
                        new AttackResult.MovedPart(2, 1, 2.5),
                        new AttackResult.MovedPart(2, 1, 0.75)));
        assertThat(result.all().success()).isEqualTo(0.5);
    }

    @Test
    void isOfThoseThatCouldBeKept() {
        AttackResult result = AttackResult.of(
                originals, moved(true, List.of(1, 3)), TargetRule.OTHER, Optional.of(new int[] {1, 2, 0, 2}));

        assertThat(result)
                .isEqualTo(new AttackResult(
                        "other",
                        new AttackResult.MovedPart(2, 1, 0.75),
                        new AttackResult.MovedPart(0, 0, null),
                        new AttackResult.MovedPart(2, 1, 0.75)));
        assertThat(result.towardTrueLabel().success()).isNaN();
    }

    @Test
    void withoutTargetsIsHowManyInputsTheTeacherAnswersOtherwiseThanTheirLabel() {
        assertThat(AttackResult.of(
                        originals, moved(true, List.of(0, 1, 2, 3)), TargetRule.UNTARGETED, Optional.empty()))
                .isEqualTo(new AttackResult(
                        "untargeted", new AttackResult.MovedPart(4, 3, (5 + 0.5 + 0 + 1) / 4), null, null));
    }

    @Test
    void withoutTrueLabelsDoesNotTellTargetsApart() {
        assertThat(AttackResult.of(originals, moved(false, List.of(0, 1)), TargetRule.RANDOM, Optional.of(new int[] {
                            0, 2, 2, 2
                        }))
                        .towardOther())
                .isNull();
    }
}
