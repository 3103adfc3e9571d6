package io.github.distillmaven.transfer.attack;

import java.util.Optional;

import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;

/**
 * Steps toward an aim. After each, an input that left the ball around its origin is brought back to its edge, and then every value into
 * its bounds.
 *
 * @param norm of the steps and of the ball
 * @param count how many steps
 * @param size of each
 * @param epsilon radius of the ball
 * @param iterate where each input ends
 */
record BallSteps(Norm norm, int count, float size, float epsilon, Iterate iterate) {

    static final Option<Double> EPSILON = new Option<>(
            "epsilon",
            ValueType.single("a number of 0 or more", value -> value >= 0),
            "0.06",
            "How far an attack may move an input, measured by `norm`. Images have values from 0 to 1.");

    static final Option<Norm> NORM = new Option<>(
            "norm",
            ValueType.constantOf(Norm.class),
            "linf",
            "How an attack measures distance: `linf` (the largest change of a coordinate; steps follow the sign of the"
                    + " gradient), or `l2` (the length of the whole change; steps follow the gradient).");

    static final Option<Long> ENSEMBLE = new Option<>(
            "ensemble",
            ValueType.wholeNumber(0, 100),
            "0",
            "Number of further teachers that an attack must not fool (Nakkiran 2019). They are trained like the"
                    + " teacher, with seeds drawn for them, and every replicate has its own. Inputs need a `target`"
                    + " and true labels.");

    static final Option<Double> LAMBDA = new Option<>(
            "lambda",
            ValueType.single("a number from 0 to 1000", value -> value >= 0 && value <= 1000),
            "0.0",
            "Weight of the `ensemble`: steps reduce the cross entropy of the teacher and the target, plus `lambda`"
                    + " times the sum of the cross entropies of each further teacher and the true label.");

    static String adviceWhenFewErr(Choice choice) {
        return "Raise <transfer><epsilon>, which is %s.".formatted(choice.get(EPSILON));
    }

    static Optional<String> misfit(Choice choice, ExampleShape shape) {
        double epsilon = choice.get(EPSILON);
        Norm norm = choice.get(NORM);
        if (epsilon <= norm.longest(shape)) {
            return misfitOfEnsemble(choice);
        }
        String most = ValueType.canonical(Math.floor(norm.longest(shape) * 100) / 100);
        return Optional.of(
                "<transfer><epsilon> is %s, but two examples of %s with values from 0 to 1 are at most %s apart by <norm> '%s'. Set it to that at most%s."
                        .formatted(
                                ValueType.canonical(epsilon),
                                shape,
                                most,
                                ValueType.canonical(norm),
                                norm == Norm.LINF ? ", or <norm> to 'l2'" : ""));
    }

    private static Optional<String> misfitOfEnsemble(Choice choice) {
        long ensemble = choice.get(ENSEMBLE);
        double lambda = choice.get(LAMBDA);
        if (ensemble > 0 && lambda == 0) {
            return Optional.of(
                    "<transfer><ensemble> is %s, but <lambda> is 0, so these teachers have no weight. Set <lambda> to 1, or <ensemble> to 0."
                            .formatted(ensemble));
        }
        return ensemble == 0 && lambda > 0
                ? Optional.of(
                        "<transfer><lambda> is %s, but <ensemble> is 0, so there are no such teachers. Set <ensemble> to 5, or <lambda> to 0."
                                .formatted(ValueType.canonical(lambda)))
                : Optional.empty();
    }

    static int ensemble(Choice choice) {
        return choice.get(ENSEMBLE).intValue();
    }

    float[] move(AttackObjective objective, Perturbation.Originals originals) {
        float[] inputs = originals.values();
        int each = originals.shape().values();
        float[] moved = inputs;
        float[] nearest = inputs.clone();
        double[] nearness = iterate == Iterate.BEST ? objective.nearness(inputs) : new double[0];
        for (int step = 0; step < count; step++) {
            moved = step(moved, objective.slope(moved), inputs, each, originals.bounds());
            if (iterate == Iterate.BEST) {
                keepNearer(moved, objective.nearness(moved), nearest, nearness, each);
            }
        }
        return iterate == Iterate.BEST ? nearest : moved;
    }

    private float[] step(float[] moved, float[] slope, float[] centres, int each, ValueBounds bounds) {
        float[] next = moved.clone();
        for (int from = 0; from < next.length; from += each) {
            norm.step(next, slope, from, from + each, size);
            norm.bringBack(next, centres, from, from + each, epsilon);
        }
        for (int index = 0; index < next.length; index++) {
            next[index] = bounds.clamp(next[index]);
        }
        return next;
    }

    private static void keepNearer(float[] moved, double[] now, float[] nearest, double[] nearness, int each) {
        for (int example = 0; example < now.length; example++) {
            if (now[example] > nearness[example]) {
                nearness[example] = now[example];
                System.arraycopy(moved, example * each, nearest, example * each, each);
            }
        }
    }
}
