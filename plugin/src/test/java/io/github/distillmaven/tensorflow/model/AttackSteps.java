package io.github.distillmaven.tensorflow.model;

import java.util.Arrays;
import java.util.Optional;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.training.RandomImages;
import io.github.distillmaven.tensorflow.training.StepSettings;
import io.github.distillmaven.tensorflow.training.StepTimes;
import io.github.distillmaven.tensorflow.training.StepWork;
import io.github.distillmaven.transfer.attack.PgdPerturbation;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/** Projected gradient descent toward targets as the engine does it: one step is the gradient of one batch, and the move along it. */
public final class AttackSteps {

    private AttackSteps() {}

    public static void run(StepSettings settings) {
        Examples images = RandomImages.draw(settings.shape(), StepWork.ATTACK.batch());
        float[] values = new float[images.values().count()];
        for (int index = 0; index < values.length; index++) {
            values[index] = images.values().at(index);
        }
        Perturbation.Originals originals =
                new Perturbation.Originals(values, settings.shape(), ValueBounds.of(images.values()));
        int[] targets = new int[images.size()];
        Arrays.setAll(targets, index -> index % StepSettings.CLASSES);
        Perturbation.Aim aim = new Perturbation.Aim(targets, Optional.of(targets));
        UniformRandomProvider random = new Seeds(1).stream("benchmark/attack");
        try (Graph graph = new Graph();
                Session session = session(graph, settings)) {
            Differentiable model = new Differentiable(graph, session, settings.shape(), settings.moments());
            Timed timed = new Timed(model, new StepTimes(StepWork.ATTACK));
            while (true) {
                new PgdPerturbation().move(timed, originals, aim, Choice.of("pgd"), random);
            }
        } catch (EnoughSteps end) {
            // That is all that was wanted.
        }
    }

    /** Thrown out of the perturbation. */
    private static final class EnoughSteps extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A step lies between two questions for the gradient. */
    private record Timed(DifferentiableModel model, StepTimes times) implements DifferentiableModel {

        @Override
        public int classes() {
            return model.classes();
        }

        @Override
        public float[] logits(float[] inputs) {
            return model.logits(inputs);
        }

        @Override
        public float[] gain(float[] inputs, int[] labels) {
            return model.gain(inputs, labels);
        }

        @Override
        public float[] inputGradient(float[] inputs, float[] targets) {
            if (!times.lap()) {
                throw new EnoughSteps();
            }
            return model.inputGradient(inputs, targets);
        }
    }

    private static Session session(Graph graph, StepSettings settings) {
        Classifier classifier = Classifier.build(
                Ops.create(graph),
                Architecture.of(settings.network()),
                new ModelInput(settings.shape(), true),
                StepSettings.CLASSES,
                settings.moments());
        Session session = new Session(graph);
        Weights.draw(classifier.parameters(), new Seeds(1).stream("benchmark/initial-weights"))
                .assign(session, classifier.parameters());
        return session;
    }
}
