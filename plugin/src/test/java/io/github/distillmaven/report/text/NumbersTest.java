package io.github.distillmaven.report.text;

import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTest {

    @Test
    void percentagesHaveOneDecimal() {
        // In binary, 0.2835 times 100 is less than 28.35.
        assertThat(Numbers.percent(0.2835)).isEqualTo("28.4%");
        assertThat(Numbers.percent(0.7412)).isEqualTo("74.1%");
        assertThat(Numbers.percent(1)).isEqualTo("100.0%");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void chanceIsRoundWhereItCanBe() {
        assertThat(Numbers.roundPercent(0.1)).isEqualTo("10%");
        assertThat(Numbers.roundPercent(1 / 3.0)).isEqualTo("33.3%");
    }

    @Test
    void publishedNumbersKeepTheirDecimals() {
        assertThat(Numbers.publishedPercent(0.9104)).isEqualTo("91.04%");
        assertThat(Numbers.publishedPercent(0.991)).isEqualTo("99.1%");
        assertThat(Numbers.publishedPercent(0.5)).isEqualTo("50%");
        // 23 of 32.
        assertThat(Numbers.publishedPercent(0.71875)).isEqualTo("71.9%").isEqualTo(Numbers.percent(0.71875));
        assertThat(Numbers.publishedPercent(null)).isEqualTo("–");
    }

    @Test
    void spreadIsMeanAndDeviation() {
        assertThat(Numbers.spread(Spread.of(List.of(0.4, 0.5, 0.6)))).isEqualTo("50.0\u00a0±\u00a010.0%");
        assertThat(Numbers.spread(Spread.of(List.of(0.4)))).isEqualTo("40.0%");
        assertThat(Numbers.spread(null)).isEqualTo("–");
    }

    @Test
    void differencesShowTheirSign() {
        assertThat(Numbers.points(0.279)).isEqualTo("+27.9");
        assertThat(Numbers.points(-0.279)).isEqualTo("−27.9");
        assertThat(Numbers.interval(new Range(-0.02, 1.013))).isEqualTo("[−2.0,\u00a0101.3]");
    }

    @Test
    void smallProbabilitiesAreNotZero() {
        assertThat(Numbers.pValue(0.0234)).isEqualTo("0.023");
        assertThat(Numbers.pValue(null)).isEmpty();
        assertThat(Numbers.pValue(1e-40)).isEqualTo("<\u00a00.001");
    }

    @Test
    void equalCountsArePrintedOnce() {
        assertThat(Numbers.counts(IntStream.of(18_768, 15_668, 16_000))).isEqualTo("15,668 to 18,768");
        assertThat(Numbers.counts(IntStream.of(60_000, 60_000))).isEqualTo("60,000");
    }

    @Test
    void intervalsAndCounts() {
        assertThat(Numbers.interval(new Interval(0.732, 0.75))).isEqualTo("[73.2,\u00a075.0]");
        assertThat(Numbers.count(60_000)).isEqualTo("60,000");
    }
}
