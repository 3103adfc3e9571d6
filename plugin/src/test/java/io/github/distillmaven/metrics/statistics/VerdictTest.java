package io.github.distillmaven.metrics.statistics;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The verdict on a published value")
class VerdictTest {

    private static final double CHANCE = 0.1;
    private static final List<Double> FIVE = List.of(0.48, 0.49, 0.5, 0.51, 0.52);

    /** Mean 0.5, deviation 0.158; the prediction interval reaches from 0.019 to 0.981. */
    private static final List<Double> SCATTERED = List.of(0.3, 0.4, 0.5, 0.6, 0.7);

    private static Verdict verdict(double published, List<Double> measured) {
        return Verdict.of(published, Spread.ofShares(measured), Effect.overChance(measured, CHANCE));
    }

    private static Verdict verdict(double published, List<Double> measured, List<Double> control) {
        return Verdict.of(published, Spread.ofShares(measured), Effect.over("the control c", measured, control));
    }

    @Test
    void fewerThanFiveReplicatesAllowNone() {
        assertThat(verdict(0.5, List.of(0.5))).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(0.5, FIVE.subList(0, 4))).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void withoutAnythingToCompareWithThereIsNone() {
        assertThat(Verdict.of(0.5, Spread.ofShares(FIVE), null)).isEqualTo(Verdict.NO_CONTROL);
    }

    @Test
    void theEffectComesFirst() {
        // Differences 0.01, -0.01, 0, 0.01, -0.01: their mean is 0.
        assertThat(verdict(0.5, FIVE, List.of(0.47, 0.5, 0.5, 0.5, 0.53))).isEqualTo(Verdict.NO_EFFECT);
        assertThat(verdict(0.5, List.of(0.1, 0.1, 0.1, 0.1, 0.1))).isEqualTo(Verdict.NO_EFFECT);
    }

    @Test
    void theEffectIsPaired() {
        // 0.1 each, though both scatter over 0.4.
        assertThat(verdict(0.5, SCATTERED, List.of(0.2, 0.3, 0.4, 0.5, 0.6))).isEqualTo(Verdict.TOO_WIDE);
    }

    @Test
    void anIntervalThatHoldsAlmostAnythingTellsNothing() {
        assertThat(verdict(0.5, SCATTERED)).isEqualTo(Verdict.TOO_WIDE);
        assertThat(verdict(0.99, SCATTERED)).isEqualTo(Verdict.DIRECTION_ONLY);
    }

    @Test
    void aValueThatAFurtherReplicateMightHaveIsReproduced() {
        // The prediction interval of the five reaches from 0.452 to 0.548.
        assertThat(verdict(0.547, FIVE)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(0.453, FIVE)).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void beyondThatTheSideOfTheControlCounts() {
        List<Double> control = List.of(0.2, 0.21, 0.22, 0.23, 0.24);

        assertThat(verdict(0.549, FIVE, control)).isEqualTo(Verdict.DIRECTION_ONLY);
        assertThat(verdict(0.23, FIVE, control)).isEqualTo(Verdict.DIRECTION_ONLY);
        assertThat(verdict(0.22, FIVE, control)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(0.1, FIVE)).isEqualTo(Verdict.NOT_REPRODUCED);
    }
}
