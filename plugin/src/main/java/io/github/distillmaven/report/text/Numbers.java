package io.github.distillmaven.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are printed, the same in every locale. Shares are in percent with one decimal wherever they stand, so that one number is
 * never printed in two ways; what was published has the decimals of its source.
 */
public final class Numbers {

    public static final String UNKNOWN = "–";

    /** More decimals than this have no published percentages, but fractions. */
    private static final int MOST_PUBLISHED = 2;

    private static final int DECIMALS = 1;

    /** The sign of negative numbers on pages. */
    public static final char MINUS = '\u2212';

    private static final char NO_BREAK_SPACE = '\u00a0';

    private Numbers() {}

    /** {@code 0.7412} is {@code 74.1%}; NaN is a dash. */
    public static String percent(double share) {
        return Double.isNaN(share) ? UNKNOWN : hundredfold(share) + "%";
    }

    /** A number of a unit: a share in percent, a count with a decimal where it is not whole, others with three. */
    public static String of(Unit unit, double number) {
        if (Double.isNaN(number)) {
            return UNKNOWN;
        }
        return switch (unit) {
            case SHARE -> percent(number);
            case COUNT ->
                withMinus(
                        number == Math.rint(number)
                                ? count(Math.round(number))
                                : String.format(Locale.ROOT, "%,.1f", number));
            // What rounds to 0 has no sign.
            case NATS, COEFFICIENT, PROGRESS -> withMinus(fixed(Math.round(number * 1000) / 1000.0, 3));
        };
    }

    /** {@code 0.0064}, a deviation of shares, is {@code 0.6} percentage points. */
    public static String hundredfold(double share) {
        // In binary, 0.2835 times 100 is less than 28.35.
        return withMinus(BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString());
    }

    /** {@code 0.1} is {@code 10%}, {@code 0.3333} is {@code 33.3%}. */
    public static String roundPercent(double share) {
        DecimalFormat format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(share * 100) + "%";
    }

    /**
     * With as many decimals as were published: {@code 0.9104} is {@code 91.04%}; a fraction such as 23 of 32 is printed as any other
     * share; null is a dash.
     */
    public static String publishedPercent(@Nullable Double share) {
        if (share == null) {
            return UNKNOWN;
        }
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.scale() > MOST_PUBLISHED ? percent(share) : percent.toPlainString() + "%";
    }

    /** {@code [73.2, 75.0]}, in percent. */
    public static String interval(Interval interval) {
        return interval(new Range(interval.low(), interval.high()));
    }

    /** The same for an interval that need not be one of shares; null is empty. */
    public static String interval(@Nullable Range range) {
        return range == null
                ? ""
                : "[" + hundredfold(range.low()) + "," + NO_BREAK_SPACE + hundredfold(range.high()) + "]";
    }

    /** Mean and standard deviation, without the latter for one replicate; null is a dash. */
    public static String spread(@Nullable Spread spread) {
        if (spread == null) {
            return UNKNOWN;
        }
        return spread.standardDeviation() == null
                ? percent(spread.mean())
                : deviation(spread.mean(), spread.standardDeviation());
    }

    /** The mean of shares; null is a dash. */
    public static String mean(Results.@Nullable Statistics shares) {
        return percent(shares == null ? Double.NaN : shares.mean());
    }

    /** The t interval of their mean; empty for one replicate, and for null. */
    public static String meanInterval(Results.@Nullable Statistics shares) {
        Results.Bounds bounds = shares == null ? null : shares.meanInterval();
        return bounds == null ? "" : interval(new Range(bounds.low(), bounds.high()));
    }

    /** {@code 48.2 ± 0.6%}: mean and standard deviation. */
    public static String deviation(double mean, double deviation) {
        return hundredfold(mean) + NO_BREAK_SPACE + "±" + NO_BREAK_SPACE + hundredfold(deviation) + "%";
    }

    /** {@code +27.9}: a difference of shares, in percentage points. */
    public static String points(double difference) {
        return (difference > 0 ? "+" : "") + hundredfold(difference);
    }

    /** {@code 0.023}, or {@code < 0.001}; null is empty. */
    public static String pValue(@Nullable Double probability) {
        if (probability == null) {
            return "";
        }
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

    /** The number with the sign that is as wide as a plus, where it has a hyphen. */
    static String withMinus(String number) {
        return number.replace('-', MINUS);
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
