package io.github.distillmaven.experiment;

import java.util.Locale;
import java.util.Optional;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ComposedNetwork;
import io.github.distillmaven.network.NetworkPlan;

/**
 * How one model is trained.
 *
 * @param network its architecture, with its options
 * @param examples number of training examples, the first ones; 0 for all
 * @param epochs passes over the training examples; 0 for a teacher that stays as it was drawn
 * @param batchSize examples per step, at least 1; the last batch of an epoch may be smaller
 * @param augmentation how the examples are varied
 * @param optimizer the update rule and its constants
 * @param initialization where the weights come from that it begins with; those of a teacher are its own
 * @param evaluateEvery epochs from one test to the next, at least 1; after the last epoch there is always one
 */
public record Training(
        Choice network,
        int examples,
        int epochs,
        int batchSize,
        Augmentation augmentation,
        Optimizer optimizer,
        Initialization initialization,
        int evaluateEvery) {

    /** Of a model that is tested after every epoch. */
    public Training(
            Choice network,
            int examples,
            int epochs,
            int batchSize,
            Augmentation augmentation,
            Optimizer optimizer,
            Initialization initialization) {
        this(network, examples, epochs, batchSize, augmentation, optimizer, initialization, 1);
    }

    /** Of a model that begins with weights of its own. */
    public Training(
            Choice network, int examples, int epochs, int batchSize, Augmentation augmentation, Optimizer optimizer) {
        this(network, examples, epochs, batchSize, augmentation, optimizer, Initialization.OWN);
    }

    /** Where the weights come from that a student begins with. */
    public enum Initialization {
        /** They are drawn for it, others than those of its teacher. */
        OWN,
        /** They are those that its teacher began with, before that had learnt anything (Cloud et al. 2025). */
        TEACHER;

        /**
         * Name of the seed stream that a model's initial weights are drawn from.
         *
         * @param role of the model: {@code teacher} or {@code student}
         */
        public String stream(String role) {
            return (this == TEACHER ? "teacher" : role) + "/initial-weights";
        }
    }

    /**
     * Whether the model is tested after an epoch.
     *
     * @param epoch from 1
     */
    public boolean isTestedAfter(int epoch) {
        return epoch % evaluateEvery == 0 || epoch == epochs;
    }

    /** The layers of its network, where the user put it together, always the same text for the same layers. */
    public Optional<String> layers() {
        return ComposedNetwork.layers(network);
    }

    /**
     * How much there is to learn in a network that the user put together; empty for any other.
     *
     * @param shape of one example
     * @param classes number of logits
     */
    public Optional<String> size(ExampleShape shape, int classes) {
        return ComposedNetwork.of(network)
                .flatMap(own -> NetworkPlan.find(own, network, shape, classes))
                .map(plan ->
                        String.format(Locale.ROOT, "network '%s' has %,d parameters", network.id(), plan.parameters()));
    }

    /** The same on all examples that it is given. */
    public Training onAll() {
        return new Training(network, 0, epochs, batchSize, augmentation, optimizer, initialization, evaluateEvery);
    }
}
