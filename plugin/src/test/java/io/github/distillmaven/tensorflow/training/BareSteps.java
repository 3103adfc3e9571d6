package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batch;
import io.github.distillmaven.tensorflow.model.Classifier;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.model.TrainingSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The contestant that the engine is measured against: its graphs, fed with one prepared batch; what they answer is not looked at. */
public final class BareSteps {

    private BareSteps() {}

    /** @param args see {@link StepSettings} */
    public static void main(String[] args) throws IOException {
        StepSettings settings = StepSettings.parse(args);
        train(settings);
        predict(settings);
        attack(settings);
        PeakMemory.print();
    }

    private static void train(StepSettings settings) {
        try (TrainingGraph graph = WorkerSteps.graph(settings);
                Batch batch = batch(settings, StepWork.TRAINING);
                TFloat32 rate = TFloat32.scalarOf((float) StepSettings.RATE)) {
            graph.begin(Weights.draw(graph.parameters(), new Seeds(1).stream("benchmark/initial-weights")));
            StepTimes times = new StepTimes(StepWork.TRAINING);
            do {
                graph.update(batch, rate).run().close();
            } while (times.lap());
        }
    }

    private static void predict(StepSettings settings) {
        try (Graph graph = new Graph();
                Session session = TrainingSession.open(graph, settings.precision());
                Batch batch = batch(settings, StepWork.INFERENCE)) {
            Classifier classifier = classifier(graph, session, settings, true);
            StepTimes times = new StepTimes(StepWork.INFERENCE);
            do {
                session.runner()
                        .feed(classifier.input(), batch.values())
                        .fetch(classifier.classes())
                        .fetch(classifier.probabilities())
                        .run()
                        .close();
            } while (times.lap());
        }
    }

    private static void attack(StepSettings settings) {
        int batch = StepWork.ATTACK.batch();
        try (Graph graph = new Graph();
                Session session = TrainingSession.open(graph, settings.precision());
                TFloat32 values = TFloat32.tensorOf(shapeOfBatch(batch, settings));
                TInt32 labels = TInt32.vectorOf(IntStream.range(0, batch)
                        .map(index -> index % StepSettings.CLASSES)
                        .toArray())) {
            Classifier classifier = classifier(graph, session, settings, false);
            Ops tf = Ops.create(graph);
            Operand<TInt32> targets = tf.placeholder(TInt32.class);
            Operand<TFloat32> rows =
                    tf.oneHot(targets, tf.constant(StepSettings.CLASSES), tf.constant(1f), tf.constant(0f));
            Operand<TFloat32> losses = tf.nn.softmaxCrossEntropyWithLogits(classifier.logits(), rows)
                    .loss();
            Output<?> slope = graph.addGradients(
                            tf.reduceSum(losses, tf.constant(0)).asOutput(),
                            new Output<?>[] {classifier.input().asOutput()})[0];
            StepTimes times = new StepTimes(StepWork.ATTACK);
            do {
                session.runner()
                        .feed(classifier.input(), values)
                        .feed(targets, labels)
                        .fetch(slope)
                        .run()
                        .close();
            } while (times.lap());
        }
    }

    private static Shape shapeOfBatch(int batch, StepSettings settings) {
        return Shape.of(settings.shape().sizes().stream()
                        .mapToLong(Number::longValue)
                        .toArray())
                .prepend(batch);
    }

    private static Batch batch(StepSettings settings, StepWork work) {
        Batch batch = new Batch(RandomImages.draw(settings.shape(), work.batch()), work.batch());
        batch.fill(IntStream.range(0, work.batch()).toArray(), 0);
        return batch;
    }

    /** With weights. */
    private static Classifier classifier(Graph graph, Session session, StepSettings settings, boolean bytes) {
        Classifier classifier = Classifier.build(
                Ops.create(graph),
                Architecture.of(settings.network()),
                new ModelInput(settings.shape(), bytes),
                StepSettings.CLASSES,
                settings.moments());
        Weights.draw(classifier.parameters(), new Seeds(1).stream("benchmark/initial-weights"))
                .assign(session, classifier.parameters());
        return classifier;
    }
}
