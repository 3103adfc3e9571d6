package io.github.distillmaven.metrics.statistics;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The difference over the same replicates")
class PairedDifferenceTest {

    /** Differences 0.1, 0.2 and 0.3: mean 0.2, standard deviation 0.1. */
    private static final PairedDifference THREE = PairedDifference.of(List.of(0.9, 0.5, 0.4), List.of(0.8, 0.3, 0.1));

    @Test
    void hasAOneSidedLowerBound() {
        // The 0.95 quantile of Student's t with two degrees of freedom is 2.919986 in every table.
        assertThat(THREE.atLeast()).isCloseTo(0.2 - 2.919986 * 0.1 / Math.sqrt(3), within(1e-7));
        assertThat(THREE.exceeds(0.031)).isTrue();
        assertThat(THREE.exceeds(0.032)).isFalse();
    }

    @Test
    void hasThePValueOfThePairedTTest() {
        // With two degrees of freedom p is 1 - t / sqrt(t² + 2), here for t = 0.2 sqrt(3) / 0.1.
        double t = 2 * Math.sqrt(3);

        assertThat(THREE.pValue()).isCloseTo(1 - t / Math.sqrt(t * t + 2), within(1e-9));
    }

    @Test
    void ofOneReplicateShowsNothing() {
        PairedDifference one = PairedDifference.of(List.of(0.9), List.of(0.1));

        assertThat(one.spread().mean()).isCloseTo(0.8, within(1e-12));
        assertThat(one.atLeast()).isNull();
        assertThat(one.pValue()).isNull();
        assertThat(one.exceeds(0)).isFalse();
    }

    @Test
    void withoutScatterIsCertain() {
        assertThat(PairedDifference.of(List.of(0.75, 0.75), List.of(0.5, 0.5)))
                .satisfies(difference -> assertThat(difference.atLeast()).isEqualTo(0.25))
                .satisfies(difference -> assertThat(difference.pValue()).isZero());
        assertThat(PairedDifference.of(List.of(0.5, 0.5), List.of(0.5, 0.5)).pValue())
                .isEqualTo(1);
    }

    @Test
    void ofSharesStaysWhereDifferencesOfSharesCanBe() {
        // Differences 1 and 0: mean 0.5, deviation 0.707; the t interval of one degree of freedom reaches 6.35 around
        // it.
        PairedDifference two = PairedDifference.ofShares(List.of(1.0, 0.5), List.of(0.0, 0.5));

        assertThat(two.spread().meanInterval()).isEqualTo(new Range(-1, 1));
        assertThat(two.spread().predictionInterval()).isEqualTo(new Range(-1, 1));
        assertThat(two.atLeast()).isEqualTo(-1);
    }
}
