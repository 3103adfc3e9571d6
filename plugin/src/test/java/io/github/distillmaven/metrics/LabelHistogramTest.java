package io.github.distillmaven.metrics;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LabelHistogramTest {

    @Test
    void countsEveryClassAndNamesTheAbsentOnes() {
        LabelHistogram histogram = LabelHistogram.of(IntStream.of(2, 0, 2), 4);

        assertThat(histogram.counts()).containsExactly(1, 0, 2, 0);
        assertThat(histogram.total()).isEqualTo(3);
        assertThat(histogram.highest()).isEqualTo(2);
        assertThat(histogram.mostFrequent()).isEqualTo(2);
        assertThat(histogram.absent()).containsExactly(1, 3);
    }

    @Test
    void withoutLabelsEveryClassIsAbsent() {
        LabelHistogram histogram = LabelHistogram.of(IntStream.empty(), 1);

        assertThat(histogram.counts()).containsExactly(0);
        assertThat(histogram.highest()).isZero();
        assertThat(histogram.mostFrequent()).isZero();
        assertThat(histogram.absent()).containsExactly(0);
    }
}
