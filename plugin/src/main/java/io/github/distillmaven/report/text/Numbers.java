package io.github.distillmaven.report.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.Interval;
import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.metrics.Spread;

/** How numbers are printed, the same in every locale. */
public final class Numbers {

    public static final String UNKNOWN = "–";

    private static final char NO_BREAK_SPACE = '\u00a0';

    private Numbers() {}

    /** {@code 0.7412} with one decimal is {@code 74.1 %}; NaN is a dash. */
    public static String percent(double share, int decimals) {
        return Double.isNaN(share) ? UNKNOWN : fixed(share * 100, decimals) + NO_BREAK_SPACE + "%";
    }

    /** {@code 0.1} is {@code 10 %}, {@code 0.3333} is {@code 33.3 %}. */
    public static String roundPercent(double share) {
        DecimalFormat format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(share * 100) + NO_BREAK_SPACE + "%";
    }

    /** With as many decimals as were published: {@code 0.9104} is {@code 91.04 %}; null is a dash. */
    public static String publishedPercent(Double share) {
        if (share == null) {
            return UNKNOWN;
        }
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + NO_BREAK_SPACE + "%";
    }

    /** {@code [73.2, 75.0]}, in percent. */
    public static String interval(Interval interval, int decimals) {
        return "[" + fixed(interval.low() * 100, decimals) + "," + NO_BREAK_SPACE
                + fixed(interval.high() * 100, decimals) + "]";
    }

    /** The same for an interval that may reach beyond 0 and 100; null is empty. */
    public static String interval(Range range, int decimals) {
        return range == null
                ? ""
                : "[" + fixed(range.low() * 100, decimals) + "," + NO_BREAK_SPACE + fixed(range.high() * 100, decimals)
                        + "]";
    }

    /** Mean and standard deviation, without the latter for one replicate; null is a dash. */
    public static String spread(Spread spread, int decimals) {
        if (spread == null) {
            return UNKNOWN;
        }
        return spread.standardDeviation() == null
                ? percent(spread.mean(), decimals)
                : deviation(spread.mean(), spread.standardDeviation(), decimals);
    }

    /** {@code 48.2 ± 0.6 %}: mean and standard deviation. */
    public static String deviation(double mean, double deviation, int decimals) {
        return fixed(mean * 100, decimals) + NO_BREAK_SPACE + "±" + NO_BREAK_SPACE + fixed(deviation * 100, decimals)
                + NO_BREAK_SPACE + "%";
    }

    /** {@code +27.9}: a difference of shares, in percentage points. */
    public static String points(double difference, int decimals) {
        return (difference > 0 ? "+" : "") + fixed(difference * 100, decimals);
    }

    /** {@code 0.023}, or {@code < 0.001}. */
    public static String pValue(double probability) {
        return probability < 0.001 ? "<" + NO_BREAK_SPACE + "0.001" : fixed(probability, 3);
    }

    /** {@code 15,668 to 18,768}, or one number where all are the same. */
    public static String counts(IntStream numbers) {
        IntSummaryStatistics summary = numbers.summaryStatistics();
        return summary.getMin() == summary.getMax()
                ? count(summary.getMin())
                : count(summary.getMin()) + " to " + count(summary.getMax());
    }

    /** {@code 12.3 s}, {@code 4 min 5 s} or {@code 1 h 2 min}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return fixed(seconds, 1) + NO_BREAK_SPACE + "s";
        }
        return whole < 3600
                ? parts(whole / 60, "min", whole % 60, "s")
                : parts(whole / 3600, "h", whole / 60 % 60, "min");
    }

    private static String parts(long large, String unit, long small, String smallUnit) {
        return "%s%s%s %s%s%s".formatted(large, NO_BREAK_SPACE, unit, small, NO_BREAK_SPACE, smallUnit);
    }

    /** {@code 60,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
