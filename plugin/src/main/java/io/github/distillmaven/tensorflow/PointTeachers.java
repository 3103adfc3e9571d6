package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.NpyFile;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointSampler;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerFailure;

/** Answers {@link PointRequest.Teachers}. */
final class PointTeachers {

    /** Teachers side by side: with fewer, starting operations takes a larger part; with more, their weights fit no cache. */
    static final int NETWORKS = 4;

    private static final int MOST_ATTEMPTS = 20;

    private final PointRequest.Teachers request;
    private final SeedProgress progress;
    private final PointGroups groups;
    private final PointSampler sampler = new PointSampler();

    PointTeachers(PointRequest.Teachers request, SeedProgress progress) {
        this.request = request;
        this.progress = progress;
        this.groups = new PointGroups(request.training(), NETWORKS, request.threads());
    }

    private record Draw(long seed, List<LabelledPoint> points) {}

    private record Trained(Draw draw, Weights initial, Weights weights, float loss, int correct) {

        boolean whole() {
            return correct == draw.points().size();
        }
    }

    void run() throws IOException, WorkerFailure, InterruptedException {
        progress.begin(request.seeds().size());
        Map<Long, Trained> trained = new LinkedHashMap<>();
        Map<Long, Integer> attempts = new LinkedHashMap<>();
        request.seeds().forEach(seed -> trained.put(seed, null));
        List<Long> open = request.seeds();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            if (attempt > MOST_ATTEMPTS) {
                throw tooManyAttempts(trained.get(open.get(0)));
            }
            List<Long> again = new ArrayList<>();
            for (Trained teacher : train(open, attempt)) {
                trained.put(teacher.draw().seed(), teacher);
                attempts.put(teacher.draw().seed(), attempt);
                if (!teacher.whole()) {
                    again.add(teacher.draw().seed());
                }
            }
            open = again;
        }
        write(trained, attempts);
    }

    private List<Trained> train(List<Long> seeds, int attempt) throws WorkerFailure, InterruptedException {
        List<Draw> draws = seeds.stream().map(seed -> draw(seed, attempt)).toList();
        return groups.forEach(groups.cut(draws), this::train).stream()
                .flatMap(List::stream)
                .toList();
    }

    private Draw draw(long seed, int attempt) {
        return new Draw(seed, sampler.draw(new Seeds(seed), attempt));
    }

    private List<Trained> train(List<Draw> draws, PointNetworks networks) throws WorkerFailure {
        List<Draw> all = groups.filled(draws);
        List<PointBatch> batches =
                all.stream().map(draw -> PointBatch.of(draw.points())).toList();
        List<Weights> initial = all.stream()
                .map(draw -> networks.draw(new Seeds(draw.seed()).stream("teacher/initial-weights")))
                .toList();
        networks.begin(initial);
        float[] losses = networks.train(batches);
        List<float[]> logits = networks.logits(batches);
        List<Weights> weights = networks.weights();
        List<Trained> trained = new ArrayList<>();
        for (int index = 0; index < draws.size(); index++) {
            Draw draw = draws.get(index);
            PointTask.requireFinite(
                    losses[index],
                    "teacher of seed " + draw.seed(),
                    request.training().optimizer().learningRate());
            int correct = PointAnswer.correct(logits.get(index), batches.get(index));
            trained.add(new Trained(draw, initial.get(index), weights.get(index), losses[index], correct));
            progress.done(correct == draw.points().size() ? 1 : 0);
        }
        return trained;
    }

    private WorkerFailure tooManyAttempts(Trained last) {
        return new WorkerFailure(
                FailureKind.BAD_INPUT,
                "the teacher of seed %s learnt none of %s sets of points whole, of the last one %s of %s points"
                        .formatted(
                                last.draw().seed(),
                                MOST_ATTEMPTS,
                                last.correct(),
                                last.draw().points().size()),
                "raise <teacher><epochs>, which is " + request.training().epochs());
    }

    private void write(Map<Long, Trained> trained, Map<Long, Integer> attempts)
            throws IOException, WorkerFailure, InterruptedException {
        Map<Long, List<LabelledPoint>> points = new LinkedHashMap<>();
        List<PointResults.Teacher> results = new ArrayList<>();
        trained.forEach((seed, teacher) -> {
            points.put(seed, teacher.draw().points());
            results.add(new PointResults.Teacher(
                    seed,
                    attempts.get(seed),
                    teacher.correct(),
                    teacher.draw().points().size(),
                    teacher.loss(),
                    teacher.initial().sha256(),
                    teacher.weights().sha256()));
        });
        List<Weights> weights = trained.values().stream().map(Trained::weights).toList();
        PointTable.write(request.output().resolve(PointTable.FILE), points);
        new NpyFile(weights.stream().map(Weights::row).toList())
                .write(request.output().resolve(PointRequest.WEIGHTS));
        List<DecisionSurface> surface = groups.forEach(List.of(weights.get(0)), (first, networks) -> {
            networks.begin(groups.filled(List.of(first)));
            return PointSurface.of(networks);
        });
        surface.get(0).write(request.output().resolve(DecisionSurface.FILE));
        PointTask.writeResult(request.output(), new PointResults.Teachers(results));
    }
}
