package io.github.distillmaven.report;

import io.github.distillmaven.metrics.Interval;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTest {

    @Test
    void percentagesHaveAFixedNumberOfDecimals() {
        assertThat(Numbers.percent(0.7412, 1)).isEqualTo("74.1\u00a0%");
        assertThat(Numbers.percent(1, 2)).isEqualTo("100.00\u00a0%");
        assertThat(Numbers.percent(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void chanceIsRoundWhereItCanBe() {
        assertThat(Numbers.roundPercent(0.1)).isEqualTo("10\u00a0%");
        assertThat(Numbers.roundPercent(1 / 3.0)).isEqualTo("33.3\u00a0%");
    }

    @Test
    void publishedNumbersKeepTheirDecimals() {
        assertThat(Numbers.publishedPercent(0.9104)).isEqualTo("91.04\u00a0%");
        assertThat(Numbers.publishedPercent(0.991)).isEqualTo("99.1\u00a0%");
        assertThat(Numbers.publishedPercent(0.5)).isEqualTo("50\u00a0%");
        assertThat(Numbers.publishedPercent(null)).isEqualTo("–");
    }

    @Test
    void intervalsAndCounts() {
        assertThat(Numbers.interval(new Interval(0.732, 0.75), 1)).isEqualTo("[73.2,\u00a075.0]");
        assertThat(Numbers.count(60_000)).isEqualTo("60,000");
    }
}
