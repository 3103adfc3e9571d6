package io.github.distillmaven.dataset;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.data.Examples;

/**
 * Mean and standard deviation of pixels scaled to [0, 1], per channel. A model sees (pixel / 255 - mean) / deviation.
 *
 * @param mean one value per channel
 * @param deviation one value per channel, above 0
 */
public record Moments(List<Double> mean, List<Double> deviation) {

    private static final int LEVELS = 256;

    public Moments {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** Those of images in bytes; a deviation of 0 means that all pixels of the channel are alike. */
    public static Moments of(Examples images) {
        int channels = images.shape().channels();
        byte[] levels = images.bytes();
        long[][] counts = new long[channels][LEVELS];
        for (int position = 0; position < levels.length; position++) {
            counts[position % channels][Byte.toUnsignedInt(levels[position])]++;
        }
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (long[] ofChannel : counts) {
            double number = (double) levels.length / channels;
            double mean = 0;
            for (int level = 0; level < LEVELS; level++) {
                mean += ofChannel[level] / number * level / (LEVELS - 1);
            }
            double variance = 0;
            for (int level = 0; level < LEVELS; level++) {
                double distance = (double) level / (LEVELS - 1) - mean;
                variance += ofChannel[level] / number * distance * distance;
            }
            means.add(mean);
            deviations.add(Math.sqrt(variance));
        }
        return new Moments(means, deviations);
    }
}
