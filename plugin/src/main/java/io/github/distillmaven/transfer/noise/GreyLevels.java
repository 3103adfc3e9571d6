package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.data.Values;

/** Whole grey levels. */
final class GreyLevels {

    private static final int WHITE = 255;

    private GreyLevels() {}

    /**
     * The nearest ones.
     *
     * @param shares of white; what is darker than black or lighter than white is clipped
     */
    static Values.ByteValues of(float[] shares) {
        byte[] levels = new byte[shares.length];
        for (int index = 0; index < levels.length; index++) {
            levels[index] = (byte) Math.max(0, Math.min(WHITE, Math.round(shares[index] * WHITE)));
        }
        return new Values.ByteValues(levels);
    }
}
