package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Independent normal values with the mean and deviation of each channel of the images. */
@MetaInfServices(Noise.class)
public final class GaussianNoise implements Noise {

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public String meaning() {
        return "normal, with the mean and deviation of the images in each channel";
    }

    @Override
    public String title() {
        return "Gaussian noise";
    }

    @Override
    public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
        return new Values.FloatValues(new NormalValues(ImageMoments.ofChannels(images)).draw(images, random));
    }
}
