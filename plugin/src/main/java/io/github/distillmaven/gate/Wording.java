package io.github.distillmaven.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.results.Measurement;

/**
 * Measurements and limits in words, in characters that every console shows. Shares are printed in percent.
 *
 * @param unit what all numbers count in
 * @param decimals with which measurements are printed
 */
record Wording(Unit unit, int decimals) {

    private static final int MOST_DECIMALS = 12;

    /** With as few decimals as do not hide on which side of a limit a value lies. */
    static Wording of(Unit unit, BigDecimal value, BigDecimal limit) {
        Wording wording = new Wording(unit, decimals(unit, value));
        while (wording.decimals < MOST_DECIMALS
                && wording.scaled(value).compareTo(wording.scaled(limit)) != value.compareTo(limit)) {
            wording = new Wording(unit, wording.decimals + 1);
        }
        return wording;
    }

    private static int decimals(Unit unit, BigDecimal value) {
        return switch (unit) {
            case SHARE -> 1;
            case COUNT -> isWhole(value) ? 0 : 1;
            case NATS, COEFFICIENT, PROGRESS -> 3;
        };
    }

    /** {@code 47.1% [46.1, 48.1]}, without the latter where there is no interval; of one network, it says what that covers. */
    String measured(Measurement measurement) {
        if (measurement.interval() == null) {
            return value(measurement.value());
        }
        String interval = "[%s, %s]"
                .formatted(
                        rounded(measurement.interval().low()),
                        rounded(measurement.interval().high()));
        return value(measurement.value()) + " "
                + (measurement.isOfOneNetwork()
                        ? "(one network; " + interval + " by the choice of test images)"
                        : interval);
    }

    /** A difference with its sign: {@code +27.9 points}, which are of percent. */
    String signed(double difference) {
        return (difference > 0 ? "+" : "") + rounded(difference) + (unit == Unit.SHARE ? " points" : "");
    }

    /** {@code 47.1%}. */
    String value(double value) {
        return rounded(value) + symbol();
    }

    /** A limit as it was written: {@code 50%}. */
    String limit(BigDecimal limit) {
        return plain(limit) + symbol();
    }

    /** A difference as it was written: {@code 2 points}, which are of percent. */
    String difference(BigDecimal difference) {
        return plain(difference) + (unit == Unit.SHARE ? " points" : "");
    }

    private String plain(BigDecimal number) {
        BigDecimal exact = inUnit(number).stripTrailingZeros();
        return print(exact.setScale(Math.max(0, exact.scale()), RoundingMode.UNNECESSARY));
    }

    private String rounded(double number) {
        return print(scaled(BigDecimal.valueOf(number)));
    }

    private static String print(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }

    private BigDecimal scaled(BigDecimal number) {
        return inUnit(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal inUnit(BigDecimal number) {
        return unit == Unit.SHARE ? number.movePointRight(2) : number;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private String symbol() {
        return unit == Unit.SHARE ? "%" : "";
    }
}
