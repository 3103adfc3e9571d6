package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Independent grey levels, each as likely as the others. */
@MetaInfServices(Noise.class)
public final class UniformNoise implements Noise {

    @Override
    public String id() {
        return "uniform";
    }

    @Override
    public String meaning() {
        return "all grey levels equally likely";
    }

    @Override
    public String title() {
        return "uniform noise";
    }

    @Override
    public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
        byte[] levels = new byte[images.values().count()];
        random.nextBytes(levels);
        return new Values.ByteValues(levels);
    }
}
