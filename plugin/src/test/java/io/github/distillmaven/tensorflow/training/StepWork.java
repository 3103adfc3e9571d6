package io.github.distillmaven.tensorflow.training;

import java.util.Locale;

/** What is done in the steps that {@link StepBenchmark} compares. */
public enum StepWork {
    /** Forward, backward, and the update of all weights. */
    TRAINING(128),
    /** The most likely class of each image, and its probability. */
    INFERENCE(500),
    /** Projected gradient descent toward other classes: forward, and back to the images alone. */
    ATTACK(128);

    private final int batch;

    StepWork(int batch) {
        this.batch = batch;
    }

    /** Images of one step. */
    public int batch() {
        return batch;
    }

    /** What contestants call it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
