package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.metrics.Predictions;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Lets a {@link Classifier} predict, in inference mode: in the graph it was built in, or loaded from its export. */
final class Predictor {

    static final int BATCH_SIZE = 500;

    private final Session session;

    Predictor(Session session) {
        this.session = session;
    }

    /**
     * Predicts the class of every image of a set, in order.
     *
     * @param moments normalisation of the images
     * @param pass counts the batches
     */
    Predictions predict(Examples set, Moments moments, ProgressReporter.Pass pass) {
        List<Predictions.Row> rows = new ArrayList<>(set.size());
        try (Batches batches = new Batches(set.shape(), BATCH_SIZE);
                FedMoments fed = new FedMoments(moments)) {
            batches.forEach(set, IntStream.range(0, set.size()).toArray(), 0, batch -> {
                int correct = predict(batch, fed, set, rows);
                pass.add(batch.size(), correct, Double.NaN);
            });
        }
        return new Predictions(rows);
    }

    /** Adds the rows of one batch and gives the number of right answers. */
    private int predict(Batch batch, FedMoments moments, Examples set, List<Predictions.Row> rows) {
        int correct = 0;
        try (Result result = moments.feed(session.runner())
                .feed(Classifier.IMAGES, batch.values())
                .fetch(Classifier.CLASSES)
                .fetch(Classifier.CONFIDENCE)
                .fetch(Classifier.LEAST_LIKELY)
                .run()) {
            TInt64 classes = (TInt64) result.get(0);
            TFloat32 confidences = (TFloat32) result.get(1);
            TInt64 leastLikely = (TInt64) result.get(2);
            for (int index = 0; index < batch.size(); index++) {
                int label = set.label(rows.size());
                int predicted = (int) classes.getLong(index);
                rows.add(new Predictions.Row(
                        label, predicted, confidences.getFloat(index), (int) leastLikely.getLong(index)));
                correct += predicted == label ? 1 : 0;
            }
        }
        return correct;
    }
}
