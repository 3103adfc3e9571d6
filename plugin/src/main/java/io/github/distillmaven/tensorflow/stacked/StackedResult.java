package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.training.AnswerFiles;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one of several trainings leaves in its folder. */
record StackedResult(StackedRequest request, StackedCourse course, StackedOutcome outcome) {

    void write(StackedEvaluation evaluation, int place) throws IOException, WorkerFailure {
        WorkerRequest.Train train = request.train();
        Path output = train.output();
        new StoredNetwork(
                        train.training().network(),
                        course.course().lesson().examples().shape(),
                        train.classes(),
                        course.ofInputs())
                .write(outcome.last(), output.resolve("model"));
        if (!outcome.history().epochs().isEmpty()) {
            outcome.history().write(output.resolve("history.csv"));
        }
        if (request.request().drawn()) {
            ExampleWriter.write(
                    course.course().lesson().examples(), Files.createDirectories(output.resolve("examples")));
        }
        AnswerFiles answers = new AnswerFiles(output, train.classes());
        ModelAnswers onTest = evaluation.onTest().get(place);
        answers.writeTest(onTest);
        for (String name : course.evaluations().keySet()) {
            ModelAnswers onOther = evaluation.onOther(name, place);
            answers.write(name, request.isForShow(name) ? onOther.withoutLogits() : onOther);
        }
        Files.writeString(
                output.resolve("result.json"), result(evaluation.onExamples().get(place), onTest.predictions()) + "\n");
    }

    private ObjectNode result(Predictions onExamples, Predictions onTest) {
        ObjectNode result = JsonMapper.shared()
                .valueToTree(new ModelResult(
                        onExamples.rows().size(),
                        onExamples.accuracy(),
                        onTest.rows().size(),
                        onTest.accuracy(),
                        outcome.last().row().length,
                        outcome.initial().sha256(),
                        outcome.last().sha256()));
        if (!Float.isNaN(outcome.loss())) {
            result.put("loss", (double) outcome.loss());
        }
        if (request.request().drawn()) {
            result.put("attempts", request.attempt());
        }
        return result;
    }
}
