package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.network.MisfitException;
import io.github.distillmaven.network.NetworkPlan;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.model.ExportedModel;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.AnswerFiles;
import io.github.distillmaven.tensorflow.training.EvaluatedExamples;
import io.github.distillmaven.tensorflow.training.RequestedExamples;
import io.github.distillmaven.tensorflow.training.TrainedModel;
import io.github.distillmaven.tensorflow.training.Trainer;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@link WorkerRequest.Train}. */
final class TrainTask {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    private final ProgressReporter progress;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock such as {@link System#nanoTime}, for the checkpoints */
    TrainTask(ProgressReporter progress, LongSupplier nanoTime) {
        this.progress = progress;
        this.nanoTime = nanoTime;
    }

    void run(WorkerRequest.Train request) throws IOException, WorkerFailure {
        check(request);
        RequestedExamples examples = RequestedExamples.read(request.examples(), request.classes())
                .requireTargets()
                .first(request.training().examples(), "<" + request.role() + "><examples>");
        List<EvaluatedExamples> evaluations =
                evaluations(request, examples.set().shape());
        check(request, examples);
        TrainedModel model = new Trainer(request, examples.set(), evaluations, progress, nanoTime).train();
        write(request, examples.set(), evaluations.get(0).moments(), model);
    }

    private static void check(WorkerRequest.Train request) throws WorkerFailure {
        if (request.classes() < 2) {
            throw badInput("at least 2 classes are needed, not " + request.classes());
        }
        if (!(request.temperature() > 0) || Double.isInfinite(request.temperature())) {
            throw badInput("a temperature must be a number above 0, not " + request.temperature());
        }
        List<String> names = request.evaluations().stream()
                .map(WorkerRequest.EvaluatedFiles::name)
                .toList();
        if (!names.contains(EvaluationSet.TEST)
                || Set.copyOf(names).size() < names.size()
                || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw badInput("the evaluation sets are " + names + ": one must be '" + EvaluationSet.TEST
                    + "', and each needs a name of its own, of a-z, 0-9, hyphens and dots");
        }
    }

    /** The test set first. */
    private static List<EvaluatedExamples> evaluations(WorkerRequest.Train request, ExampleShape shape)
            throws IOException, WorkerFailure {
        LinkedList<EvaluatedExamples> evaluations = new LinkedList<>();
        for (WorkerRequest.EvaluatedFiles evaluation : request.evaluations()) {
            RequestedExamples read = RequestedExamples.read(evaluation.files(), request.classes());
            read.requireShape(shape, "the training examples are");
            read.requireMomentsOfChannels(evaluation.moments());
            EvaluatedExamples evaluated = new EvaluatedExamples(evaluation.name(), read.set(), evaluation.moments());
            if (evaluation.name().equals(EvaluationSet.TEST)) {
                read.requireTargets();
                evaluations.addFirst(evaluated);
            } else {
                evaluations.addLast(evaluated);
            }
        }
        return evaluations;
    }

    private static void check(WorkerRequest.Train request, RequestedExamples examples) throws WorkerFailure {
        ExampleShape shape = examples.set().shape();
        examples.requireMomentsOfChannels(request.examplesMoments());
        if (request.training().augmentation() != Augmentation.NONE && !shape.ofAnImage()) {
            throw examples.badInput(
                    "the examples are " + shape + ", but <" + request.role() + "><augmentation> is for images");
        }
        Architecture architecture = Architecture.of(request.training().network());
        try {
            NetworkPlan.of(architecture.network(), architecture.choice(), shape, request.classes());
        } catch (MisfitException e) {
            throw examples.badInput("the examples are " + shape + ", which the network '"
                    + architecture.choice().id() + "' does not fit: " + e.getMessage());
        }
    }

    private static WorkerFailure badInput(String message) {
        return new WorkerFailure(FailureKind.BAD_INPUT, message, "");
    }

    private static void write(WorkerRequest.Train request, Examples examples, Moments moments, TrainedModel model)
            throws IOException {
        Path output = request.output();
        ExportedModel.export(
                Architecture.of(request.training().network()),
                ModelInput.of(examples),
                request.classes(),
                moments,
                model.last(),
                output.resolve("model"));
        model.history().write(output.resolve("history.csv"));
        AnswerFiles answers = new AnswerFiles(output, request.classes());
        answers.writeTest(model.test());
        for (Map.Entry<String, ModelAnswers> other : model.others().entrySet()) {
            answers.write(other.getKey(), other.getValue());
        }
        ModelResult result = new ModelResult(
                examples.size(),
                model.trainAccuracy(),
                model.onTest().rows().size(),
                model.onTest().accuracy(),
                model.parameters(),
                model.initial().sha256(),
                model.last().sha256());
        Files.writeString(output.resolve("result.json"), JsonMapper.shared().writeValueAsString(result) + "\n");
    }
}
