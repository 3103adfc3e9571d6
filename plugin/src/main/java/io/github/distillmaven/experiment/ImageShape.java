package io.github.distillmaven.experiment;

import java.util.List;

/**
 * Size of one image.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 for grey, 3 for red, green, blue
 */
public record ImageShape(int height, int width, int channels) {

    /** Bytes of one image: one per row, column and channel. */
    public int bytes() {
        return height * width * channels;
    }

    /** The same as a network sees it: height, width, channels. */
    public List<Long> sizes() {
        return List.of((long) height, (long) width, (long) channels);
    }

    @Override
    public String toString() {
        return height + "x" + width + "x" + channels;
    }
}
