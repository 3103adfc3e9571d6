package io.github.distillmaven.extension.option;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as every user reads them: the digits 0 to 9, a point, an exponent; no sign, for no setting is below zero. */
final class Decimal {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,19}");
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][+-]?[0-9]{1,4})?");

    private Decimal() {}

    /** @throws IllegalArgumentException if it is none, or beyond a {@code long} */
    static long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(text);
    }

    /** @throws IllegalArgumentException if it is none, or infinite as a {@code double} */
    static double number(String text) {
        if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(text);
    }

    /**
     * A number that a training computes with, as a {@code float}.
     *
     * @throws UnfitValueException if that is infinite, or 0 though the number is not
     * @throws IllegalArgumentException if it is none
     */
    static float single(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        float number = Float.parseFloat(text);
        if (Float.isInfinite(number)) {
            throw new UnfitValueException("Trainings compute with 32 bits, and there the greatest number is 3.4e38.");
        }
        if (number < Float.MIN_NORMAL && new BigDecimal(text).signum() > 0) {
            throw new UnfitValueException("Trainings compute with 32 bits, and there it is 0.");
        }
        return number;
    }
}
