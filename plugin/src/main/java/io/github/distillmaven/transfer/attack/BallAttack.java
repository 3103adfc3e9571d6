package io.github.distillmaven.transfer.attack;

import java.util.Optional;

import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/** An attack that goes by the gradient and stays in a ball around each input. */
abstract class BallAttack implements Perturbation {

    @Override
    public final String adviceWhenFewErr(Choice choice) {
        return BallSteps.adviceWhenFewErr(choice);
    }

    @Override
    public final boolean aims() {
        return true;
    }

    @Override
    public final int ensemble(Choice choice) {
        return BallSteps.ensemble(choice);
    }

    @Override
    public final Optional<String> misfit(Choice choice, ExampleShape shape) {
        return BallSteps.misfit(choice, shape);
    }
}
