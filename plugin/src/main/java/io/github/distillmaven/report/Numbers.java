package io.github.distillmaven.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import io.github.distillmaven.metrics.Interval;

/** How numbers are printed, the same in every locale. */
final class Numbers {

    static final String UNKNOWN = "–";

    private static final char NO_BREAK_SPACE = '\u00a0';

    private Numbers() {}

    /** {@code 0.7412} with one decimal is {@code 74.1 %}; NaN is a dash. */
    static String percent(double share, int decimals) {
        return Double.isNaN(share) ? UNKNOWN : fixed(share * 100, decimals) + NO_BREAK_SPACE + "%";
    }

    /** {@code 0.1} is {@code 10 %}, {@code 0.3333} is {@code 33.3 %}. */
    static String roundPercent(double share) {
        DecimalFormat format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(share * 100) + NO_BREAK_SPACE + "%";
    }

    /** With as many decimals as were published: {@code 0.9104} is {@code 91.04 %}; null is a dash. */
    static String publishedPercent(Double share) {
        if (share == null) {
            return UNKNOWN;
        }
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + NO_BREAK_SPACE + "%";
    }

    /** {@code [73.2, 75.0]}, in percent. */
    static String interval(Interval interval, int decimals) {
        return "[" + fixed(interval.low() * 100, decimals) + "," + NO_BREAK_SPACE
                + fixed(interval.high() * 100, decimals) + "]";
    }

    /** {@code 60,000}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
