package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;

import io.github.distillmaven.dataset.NpyFile;
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
            Predictor predictor = model.predictor();
            int size = inputs.set().size();
            FloatBuffer logits =
                    FloatBuffer.allocate(request.wantsLogits() ? Math.multiplyExact(size, predictor.classes()) : 0);
            predictor
                    .predict(inputs.set(), request.inputsMoments(), progress.begin("label", 0, 0, size), logits)
                    .write(request.output().resolve("predictions.csv"));
            if (request.wantsLogits()) {
                NpyFile.of(List.of(size, predictor.classes()), logits.array())
                        .write(request.output().resolve("logits.npy"));
            }
        }
    }
}
