package io.github.distillmaven.transfer.attack;

import java.util.List;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Projected gradient descent (Madry et al. 2018) from the input itself, without a random start. */
@MetaInfServices(Perturbation.class)
public final class PgdPerturbation extends BallAttack {

    private static final double REACH = 2.5;

    static final Option<Long> STEPS =
            new Option<>("attackSteps", ValueType.wholeNumber(1, 10_000), "10", "Number of steps.");

    static final Option<Double> STEP_SIZE = new Option<>(
            "stepSize",
            ValueType.single("a number of 0 or more", value -> value >= 0),
            "0.0",
            "Length of a step, measured by `norm`; 0 means 2.5 `epsilon` / `attackSteps`.");

    static final Option<Iterate> ITERATE = new Option<>(
            "iterate",
            ValueType.constantOf(Iterate.class),
            "last",
            "Which point an attack keeps: the `last` one, or the `best` one, at which the teacher is closest to the intended answer.");

    @Override
    public String id() {
        return "pgd";
    }

    @Override
    public String meaning() {
        return "several gradient steps, each projected back into the ball";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(
                BallSteps.EPSILON, BallSteps.NORM, STEPS, STEP_SIZE, ITERATE, BallSteps.ENSEMBLE, BallSteps.LAMBDA);
    }

    @Override
    public float[] move(
            DifferentiableModel model,
            Perturbation.Originals originals,
            Perturbation.Aim aim,
            Choice choice,
            UniformRandomProvider random) {
        double epsilon = choice.get(BallSteps.EPSILON);
        int steps = choice.get(STEPS).intValue();
        double given = choice.get(STEP_SIZE);
        double size = given == 0 ? REACH * epsilon / steps : given;
        return new BallSteps(choice.get(BallSteps.NORM), steps, (float) size, (float) epsilon, choice.get(ITERATE))
                .move(new AttackObjective(model, aim, choice.get(BallSteps.LAMBDA)), originals);
    }
}
