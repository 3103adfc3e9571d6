package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

import io.github.distillmaven.extension.ExampleShape;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.network.MisfitException;
import io.github.distillmaven.network.NetworkPlan;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerFailure;
import io.github.distillmaven.worker.WorkerRequest;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@link WorkerRequest.Train}. */
final class TrainTask {

    private final ProgressReporter progress;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock such as {@link System#nanoTime}, for the checkpoints */
    TrainTask(ProgressReporter progress, LongSupplier nanoTime) {
        this.progress = progress;
        this.nanoTime = nanoTime;
    }

    void run(WorkerRequest.Train request) throws IOException, WorkerFailure {
        if (request.classes() < 2) {
            throw new WorkerFailure(
                    FailureKind.BAD_INPUT, "at least 2 classes are needed, not " + request.classes(), "");
        }
        RequestedExamples examples = RequestedExamples.read(request.examples(), request.classes())
                .first(request.training().examples(), "<" + request.role() + "><examples>");
        RequestedExamples test = RequestedExamples.read(request.test(), request.classes());
        check(request, examples, test);
        TrainedModel model = new Trainer(request, examples.set(), test.set(), progress, nanoTime).train();
        write(request, examples.set().shape(), examples.set().size(), model);
    }

    private static void check(WorkerRequest.Train request, RequestedExamples examples, RequestedExamples test)
            throws WorkerFailure {
        test.requireShape(examples.set().shape(), "the training images are");
        examples.requireMomentsOfChannels(request.examplesMoments());
        test.requireMomentsOfChannels(request.testMoments());
        Architecture architecture = Architecture.of(request.training().network());
        try {
            NetworkPlan.of(
                    architecture.network(),
                    architecture.choice(),
                    examples.set().shape(),
                    request.classes());
        } catch (MisfitException e) {
            throw examples.badInput("the images are " + examples.set().shape() + ", which the network '"
                    + architecture.choice().id() + "' does not fit: " + e.getMessage());
        }
    }

    private static void write(WorkerRequest.Train request, ExampleShape shape, int examples, TrainedModel model)
            throws IOException {
        Path output = request.output();
        ExportedModel.export(
                Architecture.of(request.training().network()),
                shape,
                request.classes(),
                request.testMoments(),
                model.last(),
                output.resolve("model"));
        model.history().write(output.resolve("history.csv"));
        model.onTest().write(output.resolve("predictions.csv"));
        ModelResult result = new ModelResult(
                examples,
                model.trainAccuracy(),
                model.onTest().rows().size(),
                model.onTest().accuracy(),
                model.parameters(),
                model.initial().sha256(),
                model.last().sha256());
        Files.writeString(output.resolve("result.json"), JsonMapper.shared().writeValueAsString(result) + "\n");
    }
}
