package io.github.distillmaven.transfer.noise;

import java.util.Arrays;

import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** The same image for every input: each of its values lies in the middle between black and white. */
@MetaInfServices(Noise.class)
public final class GreyNoise implements Noise {

    private static final byte MIDDLE = (byte) 128;

    @Override
    public String id() {
        return "grey";
    }

    @Override
    public String meaning() {
        return "the same grey image for every input";
    }

    @Override
    public String title() {
        return "a grey image";
    }

    @Override
    public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
        byte[] levels = new byte[images.values().count()];
        Arrays.fill(levels, MIDDLE);
        return new Values.ByteValues(levels);
    }
}
