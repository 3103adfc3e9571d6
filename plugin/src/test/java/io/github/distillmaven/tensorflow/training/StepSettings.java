package io.github.distillmaven.tensorflow.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ResNet18Network;

/**
 * What a contestant of {@link StepBenchmark} is to do.
 *
 * @param job {@code resnet18-} and the channels of its first stage, which sees images of 32x32x3 and is trained with augmentation; or the
 *     id of another network, which sees images of 28x28
 * @param precision what it computes with
 * @param threads that it computes with
 */
public record StepSettings(String job, Precision precision, int threads) {

    public static final int CLASSES = 10;
    public static final double RATE = 0.01;
    public static final double MOMENTUM = 0.9;
    public static final double WEIGHT_DECAY = 5e-4;

    /** Steps that do not count, at least; they last half of {@link #SECONDS}, at least. */
    static final int WARM_UP = 2;
    /** Steps that count, at least. */
    static final int MEASURED = 5;
    /** How long the steps that count last, at least. */
    static final double SECONDS = 1;

    private static final String RESNET = "resnet18-";

    /** Reads what {@link #arguments} gave. */
    public static StepSettings parse(String... arguments) {
        return new StepSettings(arguments[0], Precision.valueOf(arguments[1]), Integer.parseInt(arguments[2]));
    }

    /** For the command line of a contestant. */
    List<String> arguments() {
        return List.of(
                job,
                precision.name(),
                Integer.toString(threads),
                Integer.toString(WARM_UP),
                Integer.toString(MEASURED),
                Double.toString(SECONDS),
                Arrays.stream(StepWork.values())
                        .map(work -> work.id() + ":" + work.batch())
                        .collect(Collectors.joining(",")));
    }

    /** Whether the network has convolutions, for which the order of pixels and channels matters. */
    boolean convolves() {
        return !job.equals("mlp");
    }

    boolean resNet() {
        return job.startsWith(RESNET);
    }

    /** Channels of the first stage of a ResNet-18. */
    public int width() {
        return Integer.parseInt(job.substring(RESNET.length()));
    }

    public Choice network() {
        return resNet() ? Choice.of("resnet18").with(ResNet18Network.WIDTH, width()) : Choice.of(job);
    }

    public ExampleShape shape() {
        return resNet() ? ExampleShape.of(32, 32, 3) : BenchmarkJob.SHAPE;
    }

    public Moments moments() {
        return resNet() ? new Moments(List.of(0.5, 0.5, 0.5), List.of(0.29, 0.29, 0.29)) : BenchmarkJob.MOMENTS;
    }

    /** One that nobody waits for the end of, and that is never tested. */
    Training training() {
        int epochs = 1_000_000;
        return new Training(
                network(),
                0,
                epochs,
                StepWork.TRAINING.batch(),
                resNet() ? Augmentation.CROP_FLIP : Augmentation.NONE,
                new Optimizer(Optimizer.Algorithm.SGD, RATE, MOMENTUM, WEIGHT_DECAY, Choice.of("constant"), 0),
                Training.Initialization.OWN,
                epochs);
    }
}
