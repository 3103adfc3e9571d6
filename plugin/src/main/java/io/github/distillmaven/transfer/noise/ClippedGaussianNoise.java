package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Independent normal values with the mean and deviation of each channel of the images, in whole grey levels and clipped. */
@MetaInfServices(Noise.class)
public final class ClippedGaussianNoise implements Noise {

    @Override
    public String id() {
        return "gaussian-clipped";
    }

    @Override
    public String meaning() {
        return "the same, rounded to grey levels and clipped to black and white";
    }

    @Override
    public String title() {
        return "clipped Gaussian noise";
    }

    @Override
    public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
        return GreyLevels.of(new NormalValues(ImageMoments.ofChannels(images)).draw(images, random));
    }
}
