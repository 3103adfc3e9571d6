package io.github.distillmaven.transfer.attack;

import java.util.Optional;

import io.github.distillmaven.extension.DifferentiableModel;
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
            "How far an attack may move an input, by its norm. Images have values from 0 to 1.");

    static final Option<Norm> NORM = new Option<>(
            "norm",
            ValueType.constantOf(Norm.class),
            "linf",
            "How an attack measures distance: `linf` (the largest change of a coordinate; steps go by the sign of the gradient), or `l2`"
                    + " (the length of the whole change; steps go along the gradient).");

    static String adviceWhenFewErr(Choice choice) {
        return "Raise <transfer><epsilon>, which is %s.".formatted(choice.get(EPSILON));
    }

    static Optional<String> misfit(Choice choice, ExampleShape shape) {
        double epsilon = choice.get(EPSILON);
        Norm norm = choice.get(NORM);
        if (epsilon <= norm.longest(shape)) {
            return Optional.empty();
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

    float[] move(DifferentiableModel model, Perturbation.Originals originals, Perturbation.Aim aim) {
        float[] inputs = originals.values();
        int each = originals.shape().values();
        float[] moved = inputs;
        float[] nearest = inputs.clone();
        double[] nearness = iterate == Iterate.BEST ? aim.nearness(model, inputs) : new double[0];
        for (int step = 0; step < count; step++) {
            moved = step(moved, aim.slope(model, moved), inputs, each, originals.bounds());
            if (iterate == Iterate.BEST) {
                keepNearer(moved, aim.nearness(model, moved), nearest, nearness, each);
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
