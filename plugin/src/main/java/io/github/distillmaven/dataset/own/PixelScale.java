package io.github.distillmaven.dataset.own;

import java.util.List;

import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;

/**
 * Makes grey levels of numbers.
 *
 * @param unit whether 1 is the largest number, and not 255
 */
record PixelScale(boolean unit) {

    /** What the user says of the numbers. */
    static final Option<String> MAXIMUM = new Option<>(
            "maximum",
            ValueType.oneOf(List.of("255", "1")),
            "255",
            "Value of full brightness: 255 for whole numbers, or 1, from which values are multiplied by 255 and rounded.");

    private static final int MOST = 255;

    static PixelScale of(Choice choice) {
        return new PixelScale(choice.get(MAXIMUM).equals("1"));
    }

    /** Whether a number is a pixel. */
    boolean fits(double number) {
        return number >= 0 && (unit ? number <= 1 : number <= MOST && number == Math.rint(number));
    }

    /** The level of a number that is a pixel. */
    byte level(double number) {
        return (byte) Math.round(unit ? number * MOST : number);
    }

    /**
     * What to say of a number that is none.
     *
     * @param place of the number
     */
    UnfitDataException refusal(double number, String place) {
        if (!Double.isFinite(number)) {
            return new UnfitDataException(
                    "%s holds %s, which is not a pixel value. Replace it by a number.".formatted(place, number));
        }
        return new UnfitDataException(
                unit
                        ? "%s holds %s; with a <maximum> of 1, pixels are numbers from 0 to 1.".formatted(place, number)
                        : "%s holds %s; pixels are whole numbers from 0 to 255. If the largest is 1, set <maximum> to 1."
                                .formatted(place, number));
    }
}
