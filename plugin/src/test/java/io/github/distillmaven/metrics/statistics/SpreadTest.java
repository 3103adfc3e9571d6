package io.github.distillmaven.metrics.statistics;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The spread over replicates")
class SpreadTest {

    /** Exact to the six digits that tables of Student's distribution print. */
    private static final double T_4 = 2.776445;

    @Test
    void describesFiveReplicates() {
        // Mean 0.5; squared deviations 4, 1, 0, 1 and 4 in units of 0.01²: s = 0.01 √(10/4).
        Spread spread = Spread.of(List.of(0.48, 0.49, 0.5, 0.51, 0.52));
        double deviation = 0.01 * Math.sqrt(2.5);

        assertThat(spread.n()).isEqualTo(5);
        assertThat(spread.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(spread.standardDeviation()).isCloseTo(deviation, within(1e-12));
        assertThat(spread.meanInterval().low()).isCloseTo(0.5 - T_4 * deviation / Math.sqrt(5), within(1e-7));
        assertThat(spread.meanInterval().high()).isCloseTo(0.5 + T_4 * deviation / Math.sqrt(5), within(1e-7));
        assertThat(spread.predictionInterval().low()).isCloseTo(0.5 - T_4 * deviation * Math.sqrt(1.2), within(1e-7));
        assertThat(spread.predictionInterval().high()).isCloseTo(0.5 + T_4 * deviation * Math.sqrt(1.2), within(1e-7));
    }

    @Test
    void oneReplicateHasAMeanAndNoSpread() {
        assertThat(Spread.of(List.of(0.25))).isEqualTo(new Spread(1, 0.25, null, null, null));
    }

    @Test
    void replicatesThatAreAllTheSameLeaveNoRoom() {
        Spread spread = Spread.of(List.of(0.25, 0.25, 0.25));
        assertThat(spread.isConstant()).isTrue();
        // Their mean is rounded, so that they seem to differ from it.
        assertThat(Spread.of(List.of(0.1, 0.1, 0.1)).isConstant()).isTrue();
        assertThat(Spread.of(List.of(0.25)).isConstant()).isFalse();
        assertThat(Spread.of(List.of(0.25, 0.2501)).isConstant()).isFalse();

        assertThat(spread.predictionInterval()).isEqualTo(new Range(0.25, 0.25));
    }

    @Test
    void differencesArePairedByReplicate() {
        // The differences are 0.1, 0.2 and 0.3, however far the pairs lie apart; t of two degrees of freedom is
        // 4.302653.
        Spread spread = Spread.ofDifferences(List.of(0.9, 0.5, 0.4), List.of(0.8, 0.3, 0.1));

        assertThat(spread.mean()).isCloseTo(0.2, within(1e-12));
        assertThat(spread.standardDeviation()).isCloseTo(0.1, within(1e-12));
        assertThat(spread.meanInterval().low()).isCloseTo(0.2 - 4.302653 * 0.1 / Math.sqrt(3), within(1e-7));
    }

    @Test
    void unequalNumbersCannotBePaired() {
        assertThatThrownBy(() -> Spread.ofDifferences(List.of(0.1, 0.2), List.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 values cannot be paired with 1");
    }

    @Test
    void nothingHasNoMean() {
        assertThatThrownBy(() -> Spread.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no replicate has no mean");
    }

    @Test
    void intervalsOfSharesEndWhereSharesDo() {
        // Mean 0.5, deviation 0.354, t of one degree of freedom 12.7: 0.5 ± 3.18 and more.
        Spread spread = Spread.ofShares(List.of(0.25, 0.75));

        assertThat(spread.meanInterval()).isEqualTo(new Range(0, 1));
        assertThat(spread.predictionInterval()).isEqualTo(new Range(0, 1));
        assertThat(new Range(1.25, 1.5).within(0, 1)).isEqualTo(new Range(1, 1));
        assertThat(Spread.ofShares(List.of(0.25))).isEqualTo(Spread.of(List.of(0.25)));
    }
}
