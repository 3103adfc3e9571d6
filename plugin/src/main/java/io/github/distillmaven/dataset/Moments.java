package io.github.distillmaven.dataset;

import java.util.List;

/**
 * Mean and standard deviation of pixels scaled to [0, 1], per channel. A model sees (pixel / 255 - mean) / deviation.
 *
 * @param mean one value per channel
 * @param deviation one value per channel, above 0
 */
public record Moments(List<Double> mean, List<Double> deviation) {

    public Moments {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }
}
