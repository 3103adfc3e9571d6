package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.NetworkPlan;
import io.github.distillmaven.network.ResNet18Network;
import io.github.distillmaven.tensorflow.training.EvaluatedExamples;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;

/** Requests and settings that the tests of this package share. */
public final class TrainRequests {

    private static final Set<String> DEEP = Set.of("densenet-bc-40-12", "resnet18", "resnet26", "vgg11");

    static final ExampleFiles NO_FILES = new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of());

    private TrainRequests() {}

    public static Optimizer sgd(double learningRate) {
        return new Optimizer(Optimizer.Algorithm.SGD, learningRate, 0.5, 0, Choice.of("constant"), 0);
    }

    public static Optimizer adam() {
        return new Optimizer(Optimizer.Algorithm.ADAM, 0.001, 0, 0, Choice.of("constant"), 0);
    }

    /** Three epochs in batches of 32. */
    public static Training training(String network, Optimizer optimizer) {
        return training(network, 3, 32, optimizer);
    }

    /** Of the narrowest network. */
    public static Training training(String network, int epochs, int batchSize, Optimizer optimizer) {
        return new Training(narrow(network), 0, epochs, batchSize, Augmentation.NONE, optimizer);
    }

    /** As {@link #training(String, Optimizer)}, from the weights that the teacher begins with. */
    public static Training withWeightsOfTheTeacher(String network) {
        return new Training(narrow(network), 0, 3, 32, Augmentation.NONE, adam(), Training.Initialization.TEACHER);
    }

    /** A network of the least width, where it has one. */
    public static Choice narrow(String network) {
        Choice choice = Choice.of(network);
        boolean ofAnyWidth =
                Components.load(Network.class).get(network).options().contains(ResNet18Network.WIDTH);
        return ofAnyWidth ? choice.with(ResNet18Network.WIDTH, 16) : choice;
    }

    /** Whether the network has so many layers that its graph takes seconds to build, every time. */
    public static boolean isDeep(String network) {
        return DEEP.contains(network);
    }

    /** Side of toy images that the network takes: 16, unless it needs larger ones. */
    public static int side(String network) {
        Network known = Components.load(Network.class).get(network);
        int smallest = NetworkPlan.smallestSide(known, narrow(network), 1, 4).orElseThrow();
        return Math.max(16, smallest);
    }

    /** The same with augmentation. */
    public static Training augmented(Training training, Augmentation augmentation) {
        return new Training(
                training.network(),
                training.examples(),
                training.epochs(),
                training.batchSize(),
                augmentation,
                training.optimizer());
    }

    /** For a trainer that is handed its images. Its checkpoints lie in a new folder below {@code folder}. */
    public static WorkerRequest.Train inMemory(String role, int classes, Training training, Path folder)
            throws IOException {
        return of(role, classes, training, NO_FILES, NO_FILES, Files.createTempDirectory(folder, "training"));
    }

    static WorkerRequest.Train of(
            String role, int classes, Training training, ExampleFiles examples, ExampleFiles test, Path output) {
        return of(role, classes, training, examples, test, output, checkpoints(output.resolve("checkpoints")));
    }

    /** The same request with another precision and other moments. */
    static WorkerRequest.Train with(Precision precision, Moments moments, WorkerRequest.Train request) {
        return new WorkerRequest.Train(
                request.role(),
                request.seed(),
                request.classes(),
                request.training(),
                precision,
                request.temperature(),
                request.examples(),
                moments,
                List.of(test(request.evaluations().get(0).files(), moments)),
                request.output(),
                request.checkpoints());
    }

    static WorkerRequest.Train of(
            String role,
            int classes,
            Training training,
            ExampleFiles examples,
            ExampleFiles test,
            Path output,
            Checkpoints checkpoints) {
        return new WorkerRequest.Train(
                role,
                1,
                classes,
                training,
                Precision.FLOAT32,
                1,
                examples,
                ToyImages.MOMENTS,
                List.of(test(test, ToyImages.MOMENTS)),
                output,
                checkpoints);
    }

    /** The set that every model is evaluated on. */
    static WorkerRequest.EvaluatedFiles test(ExampleFiles files, Moments moments) {
        return new WorkerRequest.EvaluatedFiles(EvaluationSet.TEST, files, moments);
    }

    /** The same for a trainer that is handed its examples. */
    public static List<EvaluatedExamples> test(Examples examples, Moments moments) {
        return List.of(new EvaluatedExamples(EvaluationSet.TEST, examples, moments));
    }

    /** One per minute. */
    static Checkpoints checkpoints(Path folder) {
        return new Checkpoints(folder, 60);
    }
}
