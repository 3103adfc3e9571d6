package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.model.LogitRow;
import io.github.distillmaven.tensorflow.model.Predictor;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.Attack;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Inputs as a perturbation left them, and what the model that it moved them by answers there.
 *
 * @param values of all inputs, one after the other
 * @param logits [n, classes]
 * @param classes number of logits of one input
 */
record MovedInputs(float[] values, float[] logits, int classes) {

    /**
     * Moves inputs.
     *
     * @param ensemble the further models of the attack
     * @param pass counts the inputs
     */
    static MovedInputs of(
            Examples inputs,
            Attack attack,
            DifferentiableModel model,
            List<DifferentiableModel> ensemble,
            ProgressReporter.Pass pass) {
        Perturbation perturbation =
                Components.load(Perturbation.class).get(attack.perturbation().id());
        Perturbation.Aim aim = attack.aim(labels(inputs), model.classes()).with(ensemble);
        ValueBounds bounds = ValueBounds.of(inputs.values());
        UniformRandomProvider random = attack.random();
        int each = inputs.shape().values();
        MovedInputs all = new MovedInputs(
                new float[inputs.values().count()], new float[inputs.size() * model.classes()], model.classes());
        for (int from = 0; from < inputs.size(); from += Predictor.BATCH_SIZE) {
            int size = Math.min(Predictor.BATCH_SIZE, inputs.size() - from);
            float[] moved = perturbation.move(
                    model,
                    new Perturbation.Originals(values(inputs, from, size), inputs.shape(), bounds),
                    aim.range(from, from + size),
                    attack.perturbation(),
                    random);
            float[] logits = model.logits(moved);
            System.arraycopy(moved, 0, all.values, from * each, moved.length);
            System.arraycopy(logits, 0, all.logits, from * all.classes, logits.length);
            pass.add(size, 0, Double.NaN);
        }
        return all;
    }

    /** What the model answers. */
    Predictions answers(Examples inputs) {
        List<Predictions.Row> rows = new ArrayList<>();
        for (int index = 0; index < inputs.size(); index++) {
            rows.add(LogitRow.of(logits, index, classes).answer(inputs.label(index)));
        }
        return new Predictions(rows);
    }

    private static float[] values(Examples inputs, int from, int size) {
        int each = inputs.shape().values();
        float[] values = new float[size * each];
        for (int index = 0; index < values.length; index++) {
            values[index] = inputs.values().at(from * each + index);
        }
        return values;
    }

    private static int[] labels(Examples inputs) {
        return IntStream.range(0, inputs.size()).map(inputs::label).toArray();
    }
}
