package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.progress.SeedProgress;
import io.github.distillmaven.tensorflow.solver.LinearSolver;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.ReadExamples;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.process.WorkerFailure;

/** Answers requests to {@linkplain TrainSideBySide train side by side}. */
public final class SideBySideTask {

    private static final int MOST_ATTEMPTS = 20;

    private final ParallelWork work;
    private final ReadExamples examples = new ReadExamples();
    private final SeedProgress progress;

    /**
     * @param threads that it may use
     * @param progress of the seeds
     */
    public SideBySideTask(int threads, SeedProgress progress) {
        this.work = new ParallelWork(threads);
        this.progress = progress;
    }

    /** @param requests at least one */
    public void run(List<TrainSideBySide> requests) throws IOException, WorkerFailure, InterruptedException {
        boolean drawn = requests.get(0).source().isPresent();
        if (drawn) {
            progress.beginModels(requests.size());
        } else {
            progress.beginEpochs(requests.stream()
                    .mapToInt(request -> request.train().training().epochs())
                    .sum());
        }
        List<StackedRequest> open = requests.stream()
                .map(request -> StackedRequest.first(request, examples))
                .toList();
        while (!open.isEmpty()) {
            open = work.forEach(StackedGroup.of(open), this::train).stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** @return those whose examples have to be drawn again */
    private List<StackedRequest> train(StackedGroup group, StackedPool pool) throws IOException, WorkerFailure {
        List<StackedRequest> places = group.places();
        StackedNetworks networks = pool.get(group.kind(), places.size());
        StackedCourse filling = group.filling().read();
        List<StackedCourse> courses = new ArrayList<>();
        for (int place = 0; place < networks.size(); place++) {
            boolean taken = place < places.size() && places.get(place) != null;
            courses.add(taken ? places.get(place).read() : filling);
        }
        boolean drawn = group.filling().request().source().isPresent();
        int models = (int) places.stream().filter(Objects::nonNull).count();
        List<StackedOutcome> outcomes = train(group, networks, courses, () -> progress.done(drawn ? 0 : models));
        StackedPredictor predictor = new StackedPredictor(networks);
        if (!filling.hasTargets()) {
            courses = underOwnAnswers(predictor, courses);
        }
        StackedEvaluation evaluation = StackedEvaluation.of(predictor, courses);
        List<StackedRequest> again = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            StackedRequest request = places.get(place);
            if (request == null) {
                continue;
            }
            Predictions onExamples = evaluation.onExamples().get(place);
            if (request.request().drawn() && onExamples.accuracy() < 1) {
                again.add(next(request, onExamples));
            } else {
                new StackedResult(request, courses.get(place), outcomes.get(place)).write(evaluation, place);
                if (drawn) {
                    progress.done(1);
                }
            }
        }
        return again;
    }

    private static List<StackedOutcome> train(
            StackedGroup group, StackedNetworks networks, List<StackedCourse> courses, Runnable afterEpoch)
            throws WorkerFailure {
        Training training = group.filling().train().training();
        double temperature = group.filling().train().temperature();
        List<Course> lessons = courses.stream().map(StackedCourse::course).toList();
        if (!training.optimizer().algorithm().solves()) {
            boolean atOnce = group.filling().request().source().isPresent();
            return new SideBySideTrainer(networks, training, temperature, atOnce, lessons).train(afterEpoch);
        }
        LinearSolver solver = new LinearSolver(
                training.optimizer().algorithm(), networks.kind().classes(), temperature);
        List<StackedOutcome> outcomes = new StackedSolver(networks, solver).solve(lessons);
        IntStream.range(0, training.epochs()).forEach(epoch -> afterEpoch.run());
        return outcomes;
    }

    private static List<StackedCourse> underOwnAnswers(StackedPredictor predictor, List<StackedCourse> courses) {
        List<Predictions> answers = predictor.predict(
                courses.stream().map(course -> course.course().lesson()).toList());
        return IntStream.range(0, courses.size())
                .mapToObj(index -> courses.get(index).under(answers.get(index)))
                .toList();
    }

    private static StackedRequest next(StackedRequest request, Predictions last) throws WorkerFailure {
        if (request.attempt() == MOST_ATTEMPTS) {
            throw new WorkerFailure(
                    FailureKind.BAD_INPUT,
                    "the %s of seed %s learnt none of %s sets of examples whole, of the last one %s of %s examples"
                            .formatted(
                                    request.train().role(),
                                    request.train().seed(),
                                    MOST_ATTEMPTS,
                                    last.rows().stream()
                                            .filter(Predictions.Row::right)
                                            .count(),
                                    last.rows().size()),
                    "raise <" + request.train().role() + "><epochs>, which is "
                            + request.train().training().epochs());
        }
        return request.again();
    }
}
