package io.github.distillmaven.metrics.statistics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ProportionTest {

    @Test
    void valueIsSuccessesPerTrial() {
        assertThat(new Proportion(3, 4).value()).isEqualTo(0.75);
    }

    @Test
    void wilsonIntervalOfHalfIsSymmetric() {
        // z² = 3.84146; centre 0.5; reach 1.95996 √(0.025 + 0.0096037) / 1.384146 = 0.263407
        Interval interval = new Proportion(5, 10).wilson();

        assertThat(interval.low()).isCloseTo(0.236593, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.763407, within(1e-6));
    }

    @Test
    void wilsonIntervalOfPublishedStudentOnTenThousandImages() {
        // p = 0.9104: (0.9104 + 0.00019207 ± 1.95996 √(8.15718e-6 + 9.6036e-9)) / 1.00038415
        Interval interval = new Proportion(9104, 10_000).wilson();

        assertThat(interval.low()).isCloseTo(0.904644, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.915841, within(1e-6));
    }

    @Test
    void wilsonIntervalWithoutSuccessesStartsAtZero() {
        // high = z² / (n + z²) = 3.84146 / 13.84146
        Interval interval = new Proportion(0, 10).wilson();

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(0.277533, within(1e-6));
    }

    @Test
    void wilsonIntervalOfAllSuccessesEndsAtOne() {
        assertThat(new Proportion(7, 7).wilson().high()).isEqualTo(1);
    }

    @Test
    void withoutTrialsNothingIsKnown() {
        Proportion none = new Proportion(0, 0);

        assertThat(none.value()).isNaN();
        assertThat(none.wilson()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> new Proportion(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 of 2 is not a proportion");
    }

    @Test
    void intervalContainsItsBounds() {
        Interval interval = new Interval(0.25, 0.5);

        assertThat(interval.contains(0.25)).isTrue();
        assertThat(interval.contains(0.5)).isTrue();
        assertThat(interval.contains(0.51)).isFalse();
    }

    @Test
    void intervalBeyondOneIsRefused() {
        assertThatThrownBy(() -> new Interval(0.5, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[0.5, 1.5] is not an interval within [0, 1]");
    }
}
