package io.github.distillmaven.metrics.statistics;

import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Kappa")
class KappaTest {

    private static final double ROUNDING = 1e-12;

    /** One rater says 0 to the first cases, the other to those that follow in the order: both, the first alone, the second alone, none. */
    private static double kappa(int both, int firstAlone, int secondAlone, int neither) {
        int cases = both + firstAlone + secondAlone + neither;
        int[] first = IntStream.range(0, cases)
                .map(each -> each < both + firstAlone ? 0 : 1)
                .toArray();
        int[] second = IntStream.range(0, cases)
                .map(each -> each < both || each >= both + firstAlone && each < both + firstAlone + secondAlone ? 0 : 1)
                .toArray();
        return Kappa.of(first, second, 2);
    }

    @Test
    void isWhatBooksHaveOfTheirExample() {
        // 50 cases, 20 of them yes and 15 no by both: observed 0.7, by chance 0.5.
        assertThat(kappa(20, 5, 10, 15)).isCloseTo(0.4, within(ROUNDING));
    }

    @Test
    void isOneWhereAllAgreeAndMinusOneWhereNoneDoes() {
        assertThat(kappa(3, 0, 0, 4)).isEqualTo(1);
        assertThat(kappa(0, 4, 4, 0)).isEqualTo(-1);
    }

    @Test
    void isZeroWhereOneRaterSaysAlwaysTheSame() {
        assertThat(kappa(3, 4, 0, 0)).isZero();
    }

    @Test
    void isUnknownWithoutCasesAndWhereBothSayAlwaysTheSame() {
        assertThat(kappa(0, 0, 0, 0)).isNaN();
        assertThat(kappa(5, 0, 0, 0)).isNaN();
    }

    @Test
    void isOfTheSameCases() {
        assertThatThrownBy(() -> Kappa.of(new int[2], new int[3], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one rater judged 2 cases, the other 3");
    }
}
