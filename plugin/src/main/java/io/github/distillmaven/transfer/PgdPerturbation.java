package io.github.distillmaven.transfer;

import java.util.List;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.kohsuke.MetaInfServices;

/** Projected gradient descent (Madry et al. 2018) from the input itself, without a random start. */
@MetaInfServices(Perturbation.class)
public final class PgdPerturbation implements Perturbation {

    private static final double REACH = 2.5;

    static final Option<Long> STEPS = new Option<>(
            "attackSteps",
            ValueType.wholeNumber(1, 10_000),
            "10",
            "Number of steps, each of 2.5 epsilon / number of steps.");

    @Override
    public String id() {
        return "pgd";
    }

    @Override
    public String meaning() {
        return "several steps by the sign of the gradient, each brought back into the ball";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SignSteps.EPSILON, STEPS);
    }

    @Override
    public String adviceWhenFewErr(Choice choice) {
        return SignSteps.adviceWhenFewErr(choice);
    }

    @Override
    public float[] move(DifferentiableModel model, float[] inputs, int[] labels, ValueBounds bounds, Choice choice) {
        double epsilon = choice.get(SignSteps.EPSILON);
        int steps = choice.get(STEPS).intValue();
        return new SignSteps(steps, (float) (REACH * epsilon / steps), (float) epsilon)
                .move(model, inputs, labels, bounds);
    }
}
