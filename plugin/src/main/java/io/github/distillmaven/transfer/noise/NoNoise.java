package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Leaves the inputs in their place. */
@MetaInfServices(Noise.class)
public final class NoNoise implements Noise {

    @Override
    public String id() {
        return "none";
    }

    @Override
    public String meaning() {
        return "the inputs themselves";
    }

    @Override
    public String title() {
        return "the inputs themselves";
    }

    @Override
    public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
        return images.values();
    }

    @Override
    public boolean replaces() {
        return false;
    }
}
