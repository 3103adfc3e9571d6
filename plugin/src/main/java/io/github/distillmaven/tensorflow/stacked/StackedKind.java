package io.github.distillmaven.tensorflow.stacked;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.graph.Architecture;

/**
 * What networks must have in common to stand side by side.
 *
 * @param network its layers are dense
 * @param shape of their examples
 * @param classes number of logits that stand for classes
 */
record StackedKind(Choice network, ExampleShape shape, int classes) {

    /** Number of logits that stand for no class, behind the others. */
    int auxiliary() {
        return Architecture.of(network).network().auxiliary();
    }

    /** Number of all logits. */
    int outputs() {
        return classes + auxiliary();
    }

    /** Whether targets are about the auxiliary logits. */
    boolean isAuxiliary(Targets targets) {
        return targets instanceof Targets.Distributions distributions && distributions.classes() > classes;
    }
}
