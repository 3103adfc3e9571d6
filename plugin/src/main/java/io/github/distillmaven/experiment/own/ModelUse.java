package io.github.distillmaven.experiment.own;

import java.util.List;
import java.util.Optional;

/**
 * How a model of the user's own is asked.
 *
 * @param signature its name in the model; empty for the only one
 * @param input name of the signature's input; empty for the only one
 * @param output name of the signature's output; empty for the only one that has a number for each class, or else {@code logits}
 * @param scale what values from 0 to 1 are multiplied by; empty for 1
 * @param mean subtracted from values from 0 to 1, one for each channel or one for all; empty for none
 * @param deviation by which the result is divided, likewise
 */
public record ModelUse(
        Optional<String> signature,
        Optional<String> input,
        Optional<String> output,
        Optional<Double> scale,
        List<Double> mean,
        List<Double> deviation) {

    public ModelUse {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** Whether values are anything but what they are from 0 to 1. */
    public boolean changesValues() {
        return scale.isPresent() || !mean.isEmpty() || !deviation.isEmpty();
    }
}
