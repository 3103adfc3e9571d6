package io.github.distillmaven.tensorflow.training;

import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/** What is measured. The images are random pixels of MNIST's size: how fast a step is does not depend on them. */
enum BenchmarkJob {
    /** The network of the MNIST experiments with their settings, for one epoch of as many images. */
    EPOCH(60_000, 10_000, training(1, 0.01, 0.5)),
    /** The student of the README's first command: the preset {@code garments-to-digits}. */
    MAIN(12_000, 2_000, training(5, 0.05, 0.9));

    static final int CLASSES = 10;
    static final ExampleShape SHAPE = ExampleShape.of(28, 28, 1);
    static final Moments MOMENTS = new Moments(List.of(0.5), List.of(0.29));

    private final int examples;
    private final int testExamples;
    private final Training training;

    BenchmarkJob(int examples, int testExamples, Training training) {
        this.examples = examples;
        this.testExamples = testExamples;
        this.training = training;
    }

    int examples() {
        return examples;
    }

    int testExamples() {
        return testExamples;
    }

    Training training() {
        return training;
    }

    private static Training training(int epochs, double learningRate, double momentum) {
        return new Training(
                Choice.of("cnn"),
                0,
                epochs,
                64,
                Augmentation.NONE,
                new Optimizer(Optimizer.Algorithm.SGD, learningRate, momentum, 0, Choice.of("constant"), 0));
    }
}
