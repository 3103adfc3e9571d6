package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.NpyFile;
import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerFailure;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Answers {@link PointRequest.Students}. The students of one seed are trained side by side: they have the same initial weights and
 * as many examples, so that none has to be filled up.
 */
final class PointStudents {

    private static final String STUDENT = "student";

    private final PointRequest.Students request;
    private final SeedProgress progress;
    private final PointGroups groups;

    PointStudents(PointRequest.Students request, SeedProgress progress) {
        this.request = request;
        this.progress = progress;
        this.groups = new PointGroups(request.training(), 1 + request.controls().size(), request.threads());
    }

    private record Lesson(long seed, List<LabelledPoint> originals, List<MovedPoint> moved) {}

    private record Outcome(
            PointResults.Replicate result, List<PointAnswers.Row> answers, float[] weights, DecisionSurface surface) {}

    void run() throws IOException, WorkerFailure, InterruptedException {
        progress.begin(request.seeds().size());
        Map<Long, List<LabelledPoint>> points =
                PointTable.read(request.teachers().resolve(PointTable.FILE));
        Map<Long, List<MovedPoint>> moved =
                PointTransferTable.read(request.transfers().resolve(PointTransferTable.FILE));
        List<Lesson> lessons = request.seeds().stream()
                .map(seed -> new Lesson(seed, points.get(seed), moved.get(seed)))
                .toList();
        List<Outcome> outcomes = groups.forEach(lessons, this::train);
        new PointAnswers(outcomes.stream()
                        .flatMap(outcome -> outcome.answers().stream())
                        .toList())
                .write(request.output().resolve(PointAnswers.FILE));
        new NpyFile(outcomes.stream().map(Outcome::weights).toList())
                .write(request.output().resolve(PointRequest.WEIGHTS));
        outcomes.get(0).surface().write(request.output().resolve(DecisionSurface.FILE));
        PointTask.writeResult(
                request.output(),
                new PointResults.Students(outcomes.stream().map(Outcome::result).toList()));
    }

    private Outcome train(Lesson lesson, PointNetworks networks) throws WorkerFailure {
        List<PointBatch> taught = batches(lesson);
        Weights initial = networks.draw(new Seeds(lesson.seed()).stream("student/initial-weights"));
        networks.begin(groups.filled(List.of(initial)));
        float[] losses = networks.train(taught);
        PointBatch originals = PointBatch.of(lesson.originals());
        List<float[]> onTaught = networks.logits(taught);
        List<float[]> onOriginals = networks.logits(groups.filled(List.of(originals)));
        List<Weights> weights = networks.weights();
        List<PointAnswers.Row> answers = new ArrayList<>();
        Map<String, PointResults.Student> results = new LinkedHashMap<>();
        for (int index = 0; index < taught.size(); index++) {
            String name = index == 0 ? STUDENT : request.controls().get(index - 1);
            PointTask.requireFinite(
                    losses[index],
                    name + " of seed " + lesson.seed(),
                    request.training().optimizer().learningRate());
            float[] logits = onOriginals.get(index);
            PointBatch examples = taught.get(index);
            results.put(
                    name,
                    new PointResults.Student(
                            PointAnswer.correct(logits, originals),
                            originals.size(),
                            PointAnswer.correct(onTaught.get(index), examples) / (double) examples.size(),
                            losses[index],
                            initial.sha256(),
                            weights.get(index).sha256()));
            for (int point = 0; point < originals.size(); point++) {
                PointAnswer answer = PointAnswer.of(logits, point);
                answers.add(new PointAnswers.Row(
                        lesson.seed(),
                        name,
                        point,
                        originals.labels()[point],
                        answer.predicted(),
                        answer.confidence()));
            }
        }
        progress.done(1);
        PointResults.Student student = results.remove(STUDENT);
        boolean first = lesson.seed() == request.seeds().get(0);
        return new Outcome(
                new PointResults.Replicate(
                        lesson.seed(), taught.get(0).size(), student, results, labelsChanged(taught)),
                answers,
                weights.get(0).row(),
                first ? PointSurface.of(networks) : null);
    }

    private Map<String, Double> labelsChanged(List<PointBatch> taught) {
        int[] treatment = taught.get(0).labels();
        Map<String, Double> changed = new LinkedHashMap<>();
        for (int index = 1; index < taught.size(); index++) {
            int[] labels = taught.get(index).labels();
            long different = IntStream.range(0, treatment.length)
                    .filter(point -> labels[point] != treatment[point])
                    .count();
            changed.put(request.controls().get(index - 1), different / (double) treatment.length);
        }
        return changed;
    }

    /** What each student is taught: the treatment first. */
    private List<PointBatch> batches(Lesson lesson) throws WorkerFailure {
        List<MovedPoint> kept = lesson.moved().stream().filter(MovedPoint::kept).toList();
        if (kept.isEmpty()) {
            throw new WorkerFailure(
                    FailureKind.BAD_INPUT, "no point of seed " + lesson.seed() + " changed its label", "raise epsilon");
        }
        PointBatch treatment =
                PointBatch.of(kept.stream().map(MovedPoint::lesson).toList());
        List<PointBatch> batches = new ArrayList<>();
        batches.add(treatment);
        for (String control : request.controls()) {
            batches.add(
                    switch (control) {
                        case "shuffled" ->
                            new PointBatch(treatment.points(), shuffled(treatment.labels(), lesson.seed()));
                        case "unperturbed" ->
                            new PointBatch(PointBatch.of(kept(lesson)).points(), treatment.labels());
                        default ->
                            throw new WorkerFailure(
                                    FailureKind.BAD_INPUT, "points have no control '" + control + "'", "");
                    });
        }
        return batches;
    }

    private static List<LabelledPoint> kept(Lesson lesson) {
        List<LabelledPoint> kept = new ArrayList<>();
        for (int index = 0; index < lesson.moved().size(); index++) {
            if (lesson.moved().get(index).kept()) {
                kept.add(lesson.originals().get(index));
            }
        }
        return kept;
    }

    private static int[] shuffled(int[] labels, long seed) {
        int[] shuffled = labels.clone();
        PermutationSampler.shuffle(new Seeds(seed).stream("control/shuffled"), shuffled);
        return shuffled;
    }
}
