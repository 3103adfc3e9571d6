package io.github.distillmaven.tensorflow.stacked;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.tensorflow.model.Directions;

/**
 * One model in the place of several networks, so that it computes what it did among those it was trained with.
 *
 * @param networks all of them with the weights of the model
 * @param moments normalisation of the inputs
 */
public record StackedModel(StackedNetworks networks, Moments moments) implements DifferentiableModel {

    @Override
    public int classes() {
        return networks.kind().classes();
    }

    @Override
    public float[] logits(float[] inputs) {
        return first(inputs, new Targets.NoTargets(), networks::logits);
    }

    /**
     * Its logits that stand for no class.
     *
     * @param inputs values of one input after the other, before they are normalised
     * @return [n, auxiliary]
     */
    public float[] auxiliary(float[] inputs) {
        return first(inputs, new Targets.NoTargets(), networks::auxiliary);
    }

    @Override
    public float[] inputGradient(float[] inputs, float[] targets) {
        return first(inputs, new Targets.Distributions(targets, classes()), networks::inputGradients);
    }

    @Override
    public float[] gain(float[] inputs, int[] labels) {
        float[] directions = Directions.ofGain(logits(inputs), labels, classes());
        return first(
                inputs,
                new Targets.NoTargets(),
                (batch, stacked) -> networks.inputGradients(batch, stacked, directions));
    }

    private float[] first(
            float[] inputs, Targets targets, BiFunction<StackedBatch, StackedMoments, List<float[]>> answer) {
        Examples examples = new Examples(networks.kind().shape(), new Values.FloatValues(inputs), targets);
        int[] places = IntStream.range(0, examples.size()).toArray();
        try (StackedBatch batch = networks.batch(examples.size());
                StackedMoments stacked = networks.moments(Collections.nCopies(networks.size(), moments))) {
            for (int network = 0; network < networks.size(); network++) {
                batch.fill(network, examples, places, 0);
            }
            return answer.apply(batch, stacked).get(0);
        }
    }
}
