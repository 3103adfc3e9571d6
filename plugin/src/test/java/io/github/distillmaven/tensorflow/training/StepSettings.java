package io.github.distillmaven.tensorflow.training;

import java.util.List;

import io.github.distillmaven.experiment.run.Precision;

/**
 * What a contestant of {@link StepBenchmark} is to do: train a ResNet-18 on batches of {@value #BATCH} CIFAR-sized images of
 * {@value #CLASSES} classes.
 *
 * @param width channels of the first stage
 * @param precision what it trains with
 * @param threads that it computes with
 * @param warmUp steps that do not count
 * @param measured steps that count
 */
public record StepSettings(int width, Precision precision, int threads, int warmUp, int measured) {

    public static final int BATCH = 128;
    public static final int SIZE = 32;
    public static final int CHANNELS = 3;
    public static final int CLASSES = 10;
    public static final double RATE = 0.01;
    public static final double MOMENTUM = 0.9;
    public static final double WEIGHT_DECAY = 5e-4;

    /** Reads what {@link #arguments} gave. */
    public static StepSettings parse(String... arguments) {
        return new StepSettings(
                Integer.parseInt(arguments[0]),
                Precision.valueOf(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    /** For the command line of a contestant. */
    List<String> arguments() {
        return List.of(
                Integer.toString(width),
                precision.name(),
                Integer.toString(threads),
                Integer.toString(warmUp),
                Integer.toString(measured));
    }
}
