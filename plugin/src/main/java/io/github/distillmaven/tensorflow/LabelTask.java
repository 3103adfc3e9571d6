package io.github.distillmaven.tensorflow;

import java.io.IOException;

import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.worker.WorkerFailure;
import io.github.distillmaven.worker.WorkerRequest;

/** Answers {@link WorkerRequest.Label}. */
final class LabelTask {

    private final ProgressReporter progress;

    LabelTask(ProgressReporter progress) {
        this.progress = progress;
    }

    void run(WorkerRequest.Label request) throws IOException, WorkerFailure {
        RequestedExamples inputs = RequestedExamples.read(request.inputs());
        try (ExportedModel model = ExportedModel.load(request.model())) {
            inputs.requireShape(model.shape(), "the model in " + request.model() + " takes");
            inputs.requireMomentsOfChannels(request.inputsMoments());
            Predictions predictions = model.predictor()
                    .predict(
                            inputs.set(),
                            request.inputsMoments(),
                            progress.begin("label", 0, 0, inputs.set().size()));
            predictions.write(request.output().resolve("predictions.csv"));
        }
    }
}
