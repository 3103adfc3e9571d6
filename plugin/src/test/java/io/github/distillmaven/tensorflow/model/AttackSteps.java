package io.github.distillmaven.tensorflow.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ResNet18Network;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.training.RandomImages;
import io.github.distillmaven.tensorflow.training.StepSettings;
import io.github.distillmaven.tensorflow.training.StepTimes;
import io.github.distillmaven.transfer.attack.PgdPerturbation;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/** Projected gradient descent toward a target as a contestant: one step is the gradient of one batch, and the move along it. */
public final class AttackSteps {

    private static final int STEPS = 10;
    private static final ExampleShape SHAPE =
            ExampleShape.of(StepSettings.SIZE, StepSettings.SIZE, StepSettings.CHANNELS);
    private static final Moments MOMENTS = new Moments(List.of(0.5, 0.5, 0.5), List.of(0.29, 0.29, 0.29));

    private AttackSteps() {}

    /** @param args see {@link StepSettings} */
    public static void main(String[] args) {
        StepSettings settings = StepSettings.parse(args);
        StepTimes times = new StepTimes(settings, STEPS);
        Examples images = RandomImages.draw(SHAPE, StepSettings.BATCH);
        float[] values = new float[images.values().count()];
        for (int index = 0; index < values.length; index++) {
            values[index] = images.values().at(index);
        }
        Perturbation.Originals originals = new Perturbation.Originals(values, SHAPE, ValueBounds.of(images.values()));
        int[] targets = new int[StepSettings.BATCH];
        Arrays.setAll(targets, index -> index % StepSettings.CLASSES);
        Perturbation.Aim aim = new Perturbation.Aim(targets, Optional.of(targets));
        UniformRandomProvider random = new Seeds(1).stream("benchmark/attack");
        try (Graph graph = new Graph();
                Session session = session(graph, settings)) {
            Differentiable model = new Differentiable(graph, session, SHAPE, MOMENTS);
            do {
                new PgdPerturbation().move(model, originals, aim, Choice.of("pgd"), random);
            } while (times.lap());
        }
    }

    private static Session session(Graph graph, StepSettings settings) {
        Classifier classifier = Classifier.build(
                Ops.create(graph),
                Architecture.of(Choice.of("resnet18").with(ResNet18Network.WIDTH, settings.width())),
                new ModelInput(SHAPE, true),
                StepSettings.CLASSES,
                MOMENTS);
        Session session = new Session(graph);
        Weights.draw(classifier.parameters(), new Seeds(1).stream("benchmark/initial-weights"))
                .assign(session, classifier.parameters());
        return session;
    }
}
