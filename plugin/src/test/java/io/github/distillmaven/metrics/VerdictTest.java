package io.github.distillmaven.metrics;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The verdict on a published value")
class VerdictTest {

    private static final double CHANCE = 0.1;

    /** The prediction interval reaches from 0.452 to 0.548, that of the mean from 0.480 to 0.520. */
    private static final Spread MEASURED = Spread.of(List.of(0.48, 0.49, 0.5, 0.51, 0.52));

    @Test
    void oneRunAllowsNone() {
        assertThat(Verdict.of(0.5, Spread.of(List.of(0.5)), null, CHANCE)).isEqualTo(Verdict.ONE_RUN);
    }

    @Test
    void aValueThatAFurtherReplicateMightHaveIsReproduced() {
        assertThat(Verdict.of(0.547, MEASURED, null, CHANCE)).isEqualTo(Verdict.REPRODUCED);
        assertThat(Verdict.of(0.453, MEASURED, null, CHANCE)).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void beyondThatTheDirectionCountsAgainstTheControl() {
        Spread far = Spread.of(List.of(0.2, 0.21, 0.22, 0.23, 0.24));
        Spread near = Spread.of(List.of(0.47, 0.48, 0.48, 0.48, 0.49));

        assertThat(Verdict.of(0.549, MEASURED, far, CHANCE)).isEqualTo(Verdict.DIRECTION_ONLY);
        // The control's mean is 0.480 with an interval up to 0.489: above the lower bound of the students'.
        assertThat(Verdict.of(0.549, MEASURED, near, CHANCE)).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void withoutTheControlItCountsAgainstChance() {
        assertThat(Verdict.of(0.9, MEASURED, null, 0.47)).isEqualTo(Verdict.DIRECTION_ONLY);
        assertThat(Verdict.of(0.9, MEASURED, null, 0.49)).isEqualTo(Verdict.NOT_REPRODUCED);
    }
}
