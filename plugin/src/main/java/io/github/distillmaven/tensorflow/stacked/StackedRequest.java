package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.Lesson;
import io.github.distillmaven.tensorflow.training.ReadExamples;
import io.github.distillmaven.tensorflow.training.RequestedExamples;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * A request to train side by side, and which drawing of its examples is to be learnt.
 *
 * @param attempt from 1
 * @param files what was read for it and others
 */
record StackedRequest(TrainSideBySide request, int attempt, ReadExamples files) {

    static StackedRequest first(TrainSideBySide request, ReadExamples files) {
        return new StackedRequest(request, 1, files);
    }

    /** The same with the next drawing. */
    StackedRequest again() {
        return new StackedRequest(request, attempt + 1, files);
    }

    WorkerRequest.Train train() {
        return request.train();
    }

    /** Its own place for the first drawing; the first place for others, so that it does not depend on which models need one. */
    int place() {
        return attempt == 1 ? request.place() : 0;
    }

    /** Draws or reads the examples, and reads the evaluation sets. */
    StackedCourse read() throws IOException, WorkerFailure {
        Lesson lesson = new Lesson(examples(), train().examplesMoments());
        Lesson test = request.drawn() ? lesson : null;
        SortedMap<String, Lesson> others = new TreeMap<>();
        for (WorkerRequest.EvaluatedFiles evaluation : train().evaluations()) {
            RequestedExamples read = files.read(evaluation.files(), train().classes(), 0);
            read.requireShape(lesson.examples().shape(), "the training examples are");
            read.requireMomentsOfChannels(evaluation.moments());
            Lesson set = new Lesson(read.set(), evaluation.moments());
            if (evaluation.name().equals(EvaluationSet.TEST)) {
                test = set;
            } else {
                others.put(evaluation.name(), set);
            }
        }
        if (test == null) {
            throw new WorkerFailure(FailureKind.BAD_INPUT, "there is no evaluation set 'test'", "");
        }
        Moments ofInputs = test.moments();
        for (String name : request.sourceSets()) {
            Examples set = source().evaluationSet(name, seeds()::stream);
            others.put(name, new Lesson(set, ofInputs));
        }
        return new StackedCourse(new Course(train().role(), train().seed(), lesson, test), others, ofInputs);
    }

    /** Whether an evaluation set is of the source, and is there to be shown: nothing is computed of the answers to it. */
    boolean isForShow(String set) throws WorkerFailure {
        return request.sourceSets().contains(set) && source().isForShow(set);
    }

    /** The examples alone. */
    Examples examples() throws IOException, WorkerFailure {
        if (request.drawn()) {
            return source().draw(request.source().orElseThrow(), seeds()::stream, attempt);
        }
        RequestedExamples read = files.read(
                        train().examples(),
                        train().classes(),
                        Architecture.of(train().training().network()).network().auxiliary())
                .requireTargets()
                .first(train().training().examples(), "<" + train().role() + "><examples>");
        read.requireMomentsOfChannels(train().examplesMoments());
        return read.set();
    }

    private Seeds seeds() {
        return new Seeds(train().seed());
    }

    private DataSource source() throws WorkerFailure {
        Choice source = request.source()
                .orElseThrow(() -> new WorkerFailure(
                        FailureKind.BAD_INPUT,
                        "the examples of the " + train().role() + " have no files and no source",
                        ""));
        return Components.load(DataSource.class).get(source.id());
    }
}
