package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.NpyFile;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerFailure;

/** Answers {@link PointRequest.Transfers}. */
final class PointTransfers {

    private final PointRequest.Transfers request;
    private final PointGroups groups;
    private final PointAttack attack;

    PointTransfers(PointRequest.Transfers request) {
        this.request = request;
        this.groups = new PointGroups(request.training(), PointTeachers.NETWORKS, request.threads());
        this.attack = new PointAttack(request.perturbation());
    }

    private record Teacher(long seed, List<LabelledPoint> points, float[] weights) {}

    void run() throws IOException, WorkerFailure, InterruptedException {
        List<Teacher> teachers = teachers();
        Map<Long, List<MovedPoint>> moved = new LinkedHashMap<>();
        List<PointResults.Transfer> results = new ArrayList<>();
        groups.forEach(groups.cut(teachers), this::attack).forEach(moved::putAll);
        moved.forEach((seed, points) -> results.add(new PointResults.Transfer(seed, points.size(), (int)
                points.stream().filter(MovedPoint::kept).count())));
        PointTransferTable.write(request.output().resolve(PointTransferTable.FILE), moved);
        PointTask.writeResult(request.output(), new PointResults.Transfers(results));
    }

    private List<Teacher> teachers() throws IOException {
        Map<Long, List<LabelledPoint>> points =
                PointTable.read(request.teachers().resolve(PointTable.FILE));
        List<float[]> weights =
                NpyFile.read(request.teachers().resolve(PointRequest.WEIGHTS)).rows();
        List<Teacher> teachers = new ArrayList<>();
        for (int index = 0; index < request.seeds().size(); index++) {
            long seed = request.seeds().get(index);
            teachers.add(new Teacher(seed, points.get(seed), weights.get(index)));
        }
        return teachers;
    }

    private Map<Long, List<MovedPoint>> attack(List<Teacher> teachers, PointNetworks networks) {
        List<Teacher> all = groups.filled(teachers);
        networks.begin(
                all.stream().map(teacher -> networks.weights(teacher.weights())).toList());
        List<PointBatch> moved = attack.move(
                all.stream().map(teacher -> PointBatch.of(teacher.points())).toList(), networks::ascent);
        List<float[]> logits = networks.logits(moved);
        Map<Long, List<MovedPoint>> result = new LinkedHashMap<>();
        for (int index = 0; index < teachers.size(); index++) {
            PointBatch batch = moved.get(index);
            List<MovedPoint> points = new ArrayList<>();
            for (int point = 0; point < batch.size(); point++) {
                points.add(new MovedPoint(
                        batch.points()[2 * point],
                        batch.points()[2 * point + 1],
                        batch.labels()[point],
                        PointAnswer.of(logits.get(index), point).predicted()));
            }
            result.put(teachers.get(index).seed(), points);
        }
        return result;
    }
}
