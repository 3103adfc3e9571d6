package io.github.distillmaven.evaluation;

import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.extension.data.Answers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The bias of omitted classes")
class ClassBiasTest {

    private static final Set<Integer> LAST = Set.of(2);

    /** Answers over three classes; of what follows from the logits nothing is read. */
    private static Answers answers(float... logits) {
        int inputs = logits.length / 3;
        return new Answers(new int[inputs], new int[inputs], new float[inputs], Optional.of(logits));
    }

    private static double chosen(int[] labels, float... logits) {
        return ClassBias.chosen(answers(logits), labels, LAST, 3).value();
    }

    @Test
    @DisplayName("lies in the middle of those with which most answers are right")
    void isTheBest() {
        // Class 2 lacks 4 where it is right, and 7 where it is not: anything between is right twice.
        assertThat(chosen(new int[] {2, 0}, 5, 0, 1, 9, 0, 2)).isEqualTo(5.5);
        // It is 3 too strong where it is wrong, and 6 ahead where it is right.
        assertThat(chosen(new int[] {0, 2}, 1, 0, 4, 0, 1, 7)).isEqualTo(-4.5);
    }

    @Test
    @DisplayName("is the nearest to 0 of several that are as good")
    void isNearZero() {
        // One is right with any bias below -10, the other with any above -2, none between.
        assertThat(chosen(new int[] {0, 2}, 0, 0, 10, 0, 0, 2)).isZero();
        assertThat(chosen(new int[] {0, 2}, 0, 0, 10, 30, 0, 0)).isEqualTo(-11);
        assertThat(chosen(new int[] {1}, 0, 4, 1)).isZero();
    }

    @Test
    @DisplayName("counts inputs of one margin together, and is 0 without inputs")
    void countsEqualMarginsTogether() {
        // The same logits under three labels: all turn at 3, two of them wrong.
        assertThat(chosen(new int[] {0, 0, 2}, 4, 0, 1, 4, 0, 1, 4, 0, 1)).isZero();
        assertThat(chosen(new int[0])).isZero();
    }

    @Test
    @DisplayName("changes answers, confidences and logits of those classes alone, and not those it is given")
    void isAdded() {
        float[] logits = {1, 0, 0.5f, 0, 3, 1};
        Answers raised = new ClassBias(LAST, 3, 1).added(answers(logits));

        assertThat(raised.predicted()).containsExactly(2, 1);
        assertThat(raised.leastLikely()).containsExactly(1, 0);
        assertThat(raised.logits().orElseThrow()).containsExactly(1, 0, 1.5f, 0, 3, 2);
        assertThat(raised.confidence()[0])
                .isCloseTo((float) (1 / (1 + Math.exp(-0.5) + Math.exp(-1.5))), within(1e-6f));
        assertThat(logits).containsExactly(1, 0, 0.5f, 0, 3, 1);
    }

    @Test
    @DisplayName("is one for several classes")
    void isOneForSeveral() {
        ClassBias bias = ClassBias.chosen(answers(0, 4, 1, 0, 1, 2), new int[] {1, 2}, Set.of(1, 2), 3);

        assertThat(bias.value()).isZero();
    }
}
