package io.github.distillmaven.tensorflow.graph;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;

/**
 * What a model is trained to answer.
 *
 * @param classes number of classes
 * @param distributions whether the targets are distributions over the classes; else classes
 * @param temperature what logits are divided by before their softmax is held against the targets; above 0
 */
public record Objective(int classes, boolean distributions, double temperature) {

    /** The targets of these examples. */
    public static Objective of(Examples examples, int classes, double temperature) {
        return new Objective(classes, examples.targets() instanceof Targets.Distributions, temperature);
    }
}
