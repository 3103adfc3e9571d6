package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.dataset.Moments;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** A normalisation as tensors, to feed in place of the one that a classifier holds. */
final class FedMoments implements AutoCloseable {

    private final TFloat32 mean;
    private final TFloat32 deviation;

    FedMoments(Moments moments) {
        mean = TFloat32.vectorOf(Classifier.floats(moments.mean()));
        deviation = TFloat32.vectorOf(Classifier.floats(moments.deviation()));
    }

    Session.Runner feed(Session.Runner runner) {
        return runner.feed(Classifier.MEAN, mean).feed(Classifier.DEVIATION, deviation);
    }

    @Override
    public void close() {
        mean.close();
        deviation.close();
    }
}
