package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;

/**
 * Steps of equal size in every coordinate, to where the model's answer turns. After each, whatever left the L-infinity ball around its
 * input is brought back to its edge.
 *
 * @param count how many steps
 * @param size of each
 * @param epsilon half the side of the ball
 */
record SignSteps(int count, float size, float epsilon) {

    static final Option<Double> EPSILON = new Option<>(
            "epsilon",
            ValueType.single("a number from 0 to 1", value -> value >= 0 && value <= 1),
            "0.06",
            "How far an attack may move a coordinate.");

    static String adviceWhenFewErr(Choice choice) {
        return "Raise <transfer><epsilon>, which is %s.".formatted(choice.get(EPSILON));
    }

    float[] move(DifferentiableModel model, float[] inputs, int[] labels, ValueBounds bounds) {
        float[] moved = inputs.clone();
        for (int step = 0; step < count; step++) {
            float[] gain = model.gain(moved, labels);
            float[] next = new float[inputs.length];
            for (int index = 0; index < inputs.length; index++) {
                float centre = inputs[index];
                float stepped = moved[index] + size * Math.signum(gain[index]);
                next[index] = bounds.clamp(Math.max(centre - epsilon, Math.min(centre + epsilon, stepped)));
            }
            moved = next;
        }
        return moved;
    }
}
