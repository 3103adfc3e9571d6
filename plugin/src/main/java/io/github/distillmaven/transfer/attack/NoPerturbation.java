package io.github.distillmaven.transfer.attack;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/** Leaves all inputs as they are. */
@MetaInfServices(Perturbation.class)
public final class NoPerturbation implements Perturbation {

    @Override
    public String id() {
        return "none";
    }

    @Override
    public String meaning() {
        return "not at all";
    }

    @Override
    public float[] move(
            DifferentiableModel model, float[] inputs, Perturbation.Aim aim, ValueBounds bounds, Choice choice) {
        return inputs;
    }

    @Override
    public boolean moves() {
        return false;
    }
}
