package io.github.distillmaven.experiment;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The classes that inputs are to be taken for")
class TargetRuleTest {

    private static final int CLASSES = 10;
    private static final int COUNT = 20_000;

    /** Four standard deviations of a share of a tenth among so many, and of a ninth. */
    private static final double SCATTER = 0.009;

    private static final int[] LABELS =
            IntStream.range(0, COUNT).map(place -> place % CLASSES).toArray();

    @Test
    @DisplayName("are all classes alike by 'random', whatever the label is")
    void random() {
        int[] targets = draw(TargetRule.RANDOM, LABELS, 1);

        for (int label = 0; label < CLASSES; label++) {
            int given = label;
            assertThat(share(targets, place -> targets[place] == given))
                    .isBetween(1.0 / CLASSES - SCATTER, 1.0 / CLASSES + SCATTER);
        }
        assertThat(share(targets, place -> targets[place] == LABELS[place]))
                .isBetween(1.0 / CLASSES - SCATTER, 1.0 / CLASSES + SCATTER);
    }

    @Test
    @DisplayName("are never the truth by 'other', and all the others alike")
    void other() {
        int[] targets = draw(TargetRule.OTHER, LABELS, 1);

        for (int step = 0; step < CLASSES; step++) {
            int ahead = step;
            double share = share(targets, place -> (targets[place] - LABELS[place] + CLASSES) % CLASSES == ahead);
            if (step == 0) {
                assertThat(share).isZero();
            } else {
                assertThat(share).isBetween(1.0 / (CLASSES - 1) - SCATTER, 1.0 / (CLASSES - 1) + SCATTER);
            }
        }
        assertThat(TargetRule.OTHER.targets(new int[] {0, 1, 1}, 2, new Seeds(1)))
                .hasValueSatisfying(two -> assertThat(two).containsExactly(1, 0, 0));
    }

    @Test
    @DisplayName("are the classes after the truth by 'next'")
    void next() {
        assertThat(draw(TargetRule.NEXT, new int[] {0, 8, 9}, 1)).containsExactly(1, 9, 0);
    }

    @Test
    @DisplayName("are one class after the other by 'in-turn', whatever the label is")
    void inTurn() {
        assertThat(draw(TargetRule.IN_TURN, new int[12], 1)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
        assertThat(TargetRule.IN_TURN.needsTrueLabels()).isFalse();
    }

    @Test
    @DisplayName("are none by 'untargeted'")
    void untargeted() {
        assertThat(TargetRule.UNTARGETED.targets(LABELS, CLASSES, new Seeds(1))).isEmpty();
        assertThat(TargetRule.UNTARGETED.targets()).isFalse();
    }

    @Test
    @DisplayName("are the same for a seed, also where fewer inputs are labelled, and others for another seed or rule")
    void seeds() {
        for (TargetRule rule : new TargetRule[] {TargetRule.RANDOM, TargetRule.OTHER}) {
            int[] targets = draw(rule, LABELS, 1);
            assertThat(draw(rule, LABELS, 1)).containsExactly(targets);
            assertThat(draw(rule, Arrays.copyOf(LABELS, 50), 1)).containsExactly(Arrays.copyOf(targets, 50));
            assertThat(draw(rule, LABELS, 2)).isNotEqualTo(targets);
        }
        assertThat(draw(TargetRule.RANDOM, LABELS, 1)).isNotEqualTo(draw(TargetRule.OTHER, LABELS, 1));
    }

    private static int[] draw(TargetRule rule, int[] labels, long seed) {
        return rule.targets(labels, CLASSES, new Seeds(seed)).orElseThrow();
    }

    private static double share(int[] targets, IntPredicate counted) {
        return IntStream.range(0, targets.length).filter(counted).count() / (double) targets.length;
    }
}
