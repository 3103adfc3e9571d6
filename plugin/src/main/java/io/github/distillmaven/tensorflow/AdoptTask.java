package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.given.DryRun;
import io.github.distillmaven.tensorflow.given.GivenModel;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.AnswerFiles;
import io.github.distillmaven.tensorflow.training.RequestedExamples;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.apache.commons.io.FileUtils;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@link WorkerRequest.Adopt}. */
final class AdoptTask {

    private final ProgressReporter progress;

    AdoptTask(ProgressReporter progress) {
        this.progress = progress;
    }

    void run(WorkerRequest.Adopt request) throws IOException, WorkerFailure {
        Path folder = request.output().resolve("model");
        FileUtils.copyDirectory(request.files().toFile(), folder.toFile());
        String digest = Digests.ofText(Digests.ofFolder(folder).toString());
        RequestedExamples test =
                RequestedExamples.read(test(request), request.classes()).requireTargets();
        ExampleShape shape = test.set().shape();
        new DryRun(test.set().first(Math.min(DryRun.IMAGES, test.set().size())))
                .describe(
                        folder,
                        new GivenModel.Description(request.place(), request.use(), shape, request.classes(), false));
        try (GivenModel model = GivenModel.load(folder)) {
            evaluate(request, model, digest);
        }
    }

    private static ExampleFiles test(WorkerRequest.Adopt request) throws WorkerFailure {
        return request.evaluations().stream()
                .filter(evaluation -> evaluation.name().equals(EvaluationSet.TEST))
                .map(WorkerRequest.EvaluatedFiles::files)
                .findFirst()
                .orElseThrow(() -> new WorkerFailure(
                        FailureKind.BAD_INPUT, "no evaluation set is '" + EvaluationSet.TEST + "'", ""));
    }

    private void evaluate(WorkerRequest.Adopt request, GivenModel model, String digest)
            throws IOException, WorkerFailure {
        AnswerFiles files = new AnswerFiles(request.output(), request.classes());
        for (WorkerRequest.EvaluatedFiles evaluation : request.evaluations()) {
            RequestedExamples examples = RequestedExamples.read(evaluation.files(), request.classes());
            examples.requireShape(model.shape(), "the model takes");
            ModelAnswers answers = model.answers(
                    examples.set(), progress.begin("test", 0, 0, examples.set().size()));
            if (evaluation.name().equals(EvaluationSet.TEST)) {
                files.writeTest(answers);
                write(request.output(), answers.predictions(), digest);
            } else {
                files.write(evaluation.name(), answers);
            }
        }
        new History(List.of()).write(request.output().resolve("history.csv"));
    }

    /** Nothing is known of how it was trained: the digests of its weights are those of its files. */
    private static void write(Path output, Predictions test, String digest) throws IOException {
        ModelResult result = new ModelResult(0, Double.NaN, test.rows().size(), test.accuracy(), 0, digest, digest);
        Files.writeString(output.resolve("result.json"), JsonMapper.shared().writeValueAsString(result) + "\n");
    }
}
