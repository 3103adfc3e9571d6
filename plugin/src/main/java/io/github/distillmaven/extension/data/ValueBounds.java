package io.github.distillmaven.extension.data;

/**
 * What values of an input make sense.
 *
 * @param least the smallest one; negative infinity if there is none
 * @param most the largest one; infinity if there is none
 */
public record ValueBounds(float least, float most) {

    /** Any number. */
    public static final ValueBounds NONE = new ValueBounds(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /** From 0 to 1. */
    public static final ValueBounds UNIT = new ValueBounds(0, 1);

    /** Those of the values: bytes are shares from 0 to 1, floats are any numbers. */
    public static ValueBounds of(Values values) {
        return values instanceof Values.ByteValues ? UNIT : NONE;
    }

    /** The nearest value within the bounds. */
    public float clamp(float value) {
        return Math.max(least, Math.min(most, value));
    }
}
