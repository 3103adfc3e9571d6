package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.kohsuke.MetaInfServices;

/** The pixels of each image in an order that is drawn for it alone; the channels of a pixel stay together. */
@MetaInfServices(Noise.class)
public final class ShuffledPixelNoise implements Noise {

    @Override
    public String id() {
        return "shuffled-pixels";
    }

    @Override
    public String meaning() {
        return "the pixels of each image in a random order";
    }

    @Override
    public String title() {
        return "shuffled pixels";
    }

    @Override
    public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
        ExampleShape shape = images.shape();
        int channels = shape.channels();
        int pixels = shape.values() / channels;
        float[] shuffled = new float[images.values().count()];
        for (int image = 0; image < images.size(); image++) {
            int[] order = PermutationSampler.natural(pixels);
            PermutationSampler.shuffle(random, order);
            int from = image * shape.values();
            for (int pixel = 0; pixel < pixels; pixel++) {
                for (int channel = 0; channel < channels; channel++) {
                    shuffled[from + pixel * channels + channel] =
                            images.values().at(from + order[pixel] * channels + channel);
                }
            }
        }
        return images.values() instanceof Values.ByteValues
                ? GreyLevels.of(shuffled)
                : new Values.FloatValues(shuffled);
    }
}
