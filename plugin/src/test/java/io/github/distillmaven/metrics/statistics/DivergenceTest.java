package io.github.distillmaven.metrics.statistics;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The divergence of two distributions")
class DivergenceTest {

    @Test
    void isThatOfTheRow() {
        float two = (float) Math.log(2);
        float[] first = {9, 9, 9, two, 0, 0};
        float[] second = {9, 9, 9, 0, 0, two};

        // 1/2, 1/4, 1/4 against 1/4, 1/4, 1/2.
        assertThat(Divergence.ofRow(first, second, 1, 3)).isCloseTo(Math.log(2) / 4, within(1e-7));
        assertThat(Divergence.ofRow(first, second, 0, 3)).isZero();
    }

    @Test
    void isThatOfTheSameDistributionsWhateverIsAddedToTheirLogits() {
        float[] plain = {0.25f, -1.5f, 3};
        float[] more = {1000.25f, 998.5f, 1003};

        assertThat(Divergence.ofRow(plain, more, 0, 3)).isCloseTo(0, within(1e-12));
        assertThat(Divergence.ofRow(more, plain, 0, 3)).isNotNegative();
    }

    @Test
    void isFiniteWhereProbabilitiesUnderflow() {
        float[] sure = {2000, 0};
        float[] sureOfTheOther = {0, 2000};

        // All of p lies where log q is -2000.
        assertThat(Divergence.ofRow(sure, sureOfTheOther, 0, 2)).isEqualTo(2000);
        assertThat(Divergence.ofRow(sure, new float[] {-Float.MAX_VALUE, Float.MAX_VALUE}, 0, 2))
                .isEqualTo(2 * (double) Float.MAX_VALUE);
    }
}
