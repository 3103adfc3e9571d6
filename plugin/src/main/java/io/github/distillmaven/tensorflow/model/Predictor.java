package io.github.distillmaven.tensorflow.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Lets a {@link Classifier} predict, in inference mode: in the graph it was built in, or loaded from its export. */
public final class Predictor {

    /** Examples that are asked at once. */
    public static final int BATCH_SIZE = 500;

    private final Graph graph;
    private final Session session;

    /** @param graph with a classifier */
    public Predictor(Graph graph, Session session) {
        this.graph = graph;
        this.session = session;
    }

    /**
     * Predicts the class of every example of a set, in order.
     *
     * @param moments normalisation of the examples
     * @param pass counts the batches
     */
    public Predictions predict(Examples set, Moments moments, ProgressReporter.Pass pass) {
        return predict(set, moments, pass, FloatBuffer.allocate(0));
    }

    /**
     * Predicts the class of every example of a set, in order.
     *
     * @param logits gets the logits of every example, one after the other; without room for a number, they are not computed
     */
    public Predictions predict(Examples set, Moments moments, ProgressReporter.Pass pass, FloatBuffer logits) {
        ModelInput input = ModelInput.in(graph).orElseThrow();
        List<Predictions.Row> rows = new ArrayList<>(set.size());
        try (Batches batches = new Batches(set, BATCH_SIZE, input.takesBytesOf(set), ExampleCopier.plain(set.shape()));
                FedMoments fed = new FedMoments(moments)) {
            batches.forEach(IntStream.range(0, set.size()).toArray(), 0, batch -> {
                Session.Runner runner = fed.feed(session.runner()).feed(input.feeding(set), batch.values());
                int correct = predict(runner, batch.size(), set, rows, logits);
                pass.add(batch.size(), correct, Double.NaN);
            });
        }
        return new Predictions(rows);
    }

    /** Number of logits of an example. */
    public int classes() {
        return (int) graph.operation(Classifier.LOGITS).output(0).shape().get(1);
    }

    /** Adds the rows of one batch and gives the number of right answers. */
    private static int predict(
            Session.Runner runner, int size, Examples set, List<Predictions.Row> rows, FloatBuffer logits) {
        int correct = 0;
        runner.fetch(Classifier.CLASSES).fetch(Classifier.CONFIDENCE).fetch(Classifier.LEAST_LIKELY);
        if (logits.capacity() > 0) {
            runner.fetch(Classifier.LOGITS);
        }
        try (Result result = runner.run()) {
            TInt64 classes = (TInt64) result.get(0);
            TFloat32 confidences = (TFloat32) result.get(1);
            TInt64 leastLikely = (TInt64) result.get(2);
            for (int index = 0; index < size; index++) {
                int label = set.label(rows.size());
                int predicted = (int) classes.getLong(index);
                rows.add(new Predictions.Row(
                        label, predicted, confidences.getFloat(index), (int) leastLikely.getLong(index)));
                correct += predicted == label ? 1 : 0;
            }
            if (logits.capacity() > 0) {
                TFloat32 tensor = (TFloat32) result.get(3);
                float[] floats = new float[Math.toIntExact(tensor.size())];
                tensor.asRawTensor().data().asFloats().read(floats);
                logits.put(floats);
            }
        }
        return correct;
    }
}
