package io.github.distillmaven.metrics.statistics;

import java.util.List;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Holm's adjustment")
class HolmTest {

    @Test
    void multipliesTheSmallestMost() {
        // By hand: 4 * 0.005 = 0.02, 3 * 0.01 = 0.03, 2 * 0.03 = 0.06, and 0.04 may not be smaller than that.
        assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void leavesASingleComparisonAsItIs() {
        assertThat(Holm.adjusted(List.of(0.04))).containsExactly(0.04);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    @Test
    void staysAProbability() {
        assertThat(Holm.adjusted(List.of(0.9, 0.6))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjusted(List.of(0.5, 0.5)).get(0)).isCloseTo(1, Offset.offset(0.0));
    }
}
