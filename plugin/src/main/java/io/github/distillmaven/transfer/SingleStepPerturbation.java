package io.github.distillmaven.transfer;

import java.util.List;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import org.kohsuke.MetaInfServices;

/** Goodfellow et al. 2015: for points, to a corner of the square around each. */
@MetaInfServices(Perturbation.class)
public final class SingleStepPerturbation implements Perturbation {

    @Override
    public String id() {
        return "single-step";
    }

    @Override
    public String meaning() {
        return "one step by the sign of the gradient, to a corner of the ball";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SignSteps.EPSILON);
    }

    @Override
    public String adviceWhenFewErr(Choice choice) {
        return SignSteps.adviceWhenFewErr(choice);
    }

    @Override
    public float[] move(DifferentiableModel model, float[] inputs, int[] labels, ValueBounds bounds, Choice choice) {
        float epsilon = choice.get(SignSteps.EPSILON).floatValue();
        return new SignSteps(1, epsilon, epsilon).move(model, inputs, labels, bounds);
    }
}
