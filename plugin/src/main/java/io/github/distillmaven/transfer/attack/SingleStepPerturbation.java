package io.github.distillmaven.transfer.attack;

import java.util.List;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Goodfellow et al. 2015: for points, to a corner of the square around each. */
@MetaInfServices(Perturbation.class)
public final class SingleStepPerturbation extends BallAttack {

    @Override
    public String id() {
        return "single-step";
    }

    @Override
    public String meaning() {
        return "one gradient step, to the edge of the ball";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(BallSteps.EPSILON, BallSteps.NORM, BallSteps.ENSEMBLE, BallSteps.LAMBDA);
    }

    @Override
    public float[] move(
            DifferentiableModel model,
            Perturbation.Originals originals,
            Perturbation.Aim aim,
            Choice choice,
            UniformRandomProvider random) {
        float epsilon = choice.get(BallSteps.EPSILON).floatValue();
        return new BallSteps(choice.get(BallSteps.NORM), 1, epsilon, epsilon, Iterate.LAST)
                .move(new AttackObjective(model, aim, choice.get(BallSteps.LAMBDA)), originals);
    }
}
