package io.github.distillmaven.transfer.attack;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
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
            DifferentiableModel model,
            Perturbation.Originals originals,
            Perturbation.Aim aim,
            Choice choice,
            UniformRandomProvider random) {
        return originals.values();
    }

    @Override
    public boolean moves() {
        return false;
    }
}
