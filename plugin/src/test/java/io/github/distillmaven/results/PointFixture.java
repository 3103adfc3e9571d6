package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.Attack;
import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.experiment.Perturbation;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.provenance.StepRecordFile;

/**
 * A two-dimensional experiment with made-up results of 32 points: of every seed 20 points flipped, and so many were answered right.
 *
 * @param folder of the experiment
 * @param student number of right answers of the student of each seed, the first of which is 1
 */
public record PointFixture(Path folder, List<Integer> student) {

    static final List<Control> CONTROLS = List.of(Control.SHUFFLED, Control.UNPERTURBED);

    private static final int POINTS = 32;
    private static final int FLIPS = 20;
    private static final Map<String, Integer> RIGHT_OF_CONTROLS = Map.of("shuffled", 15, "unperturbed", 4);

    public PointReportRequest write() throws IOException {
        List<Long> seeds = new ArrayList<>();
        Map<Long, List<LabelledPoint>> points = new LinkedHashMap<>();
        Map<Long, List<MovedPoint>> moved = new LinkedHashMap<>();
        List<PointAnswers.Row> answers = new ArrayList<>();
        List<PointResults.Teacher> teachers = new ArrayList<>();
        List<PointResults.Replicate> students = new ArrayList<>();
        for (int index = 0; index < student.size(); index++) {
            long seed = index + 1;
            seeds.add(seed);
            points.put(seed, new ArrayList<>());
            moved.put(seed, new ArrayList<>());
            for (int point = 0; point < POINTS; point++) {
                int label = point % 2;
                float at = point / (float) POINTS;
                points.get(seed).add(new LabelledPoint(at, at, label));
                moved.get(seed).add(new MovedPoint(at + 0.12f, at - 0.12f, label, point < FLIPS ? 1 - label : label));
            }
            answer(seed, "student", student.get(index), answers);
            Map<String, PointResults.Student> controls = new LinkedHashMap<>();
            for (Control control : CONTROLS) {
                int right = RIGHT_OF_CONTROLS.get(control.folder());
                answer(seed, control.folder(), right, answers);
                controls.put(control.folder(), new PointResults.Student(right, POINTS, 1, 0.01, "a", "b"));
            }
            teachers.add(new PointResults.Teacher(seed, index == 1 ? 2 : 1, POINTS, POINTS, 0.01, "c", "d"));
            students.add(new PointResults.Replicate(
                    seed, FLIPS, new PointResults.Student(student.get(index), POINTS, 1, 0.01, "e", "f"), controls,
                    CONTROLS.stream().collect(Collectors.toMap(
                            Control::folder, control -> control == Control.SHUFFLED ? 0.5 : 0.0))));
        }
        Path teacher = step("teacher", new PointResults.Teachers(teachers));
        Path transfer = step("transfer", new PointResults.Transfers(List.of()));
        Path trained = step("student", new PointResults.Students(students));
        PointTable.write(teacher.resolve(PointTable.FILE), points);
        PointTransferTable.write(transfer.resolve(PointTransferTable.FILE), moved);
        new PointAnswers(answers).write(trained.resolve(PointAnswers.FILE));
        surface().write(teacher.resolve(DecisionSurface.FILE));
        surface().write(trained.resolve(DecisionSurface.FILE));
        return new PointReportRequest(
                "plane",
                "two-dimensional",
                seeds,
                CONTROLS,
                new Perturbation(Attack.SINGLE_STEP, 0.12, 10),
                List.of(new SettingValue("seed", "1", SettingValue.Origin.DEFAULT)),
                new Published("Somebody, 2019", null, 1.0, null, 0.71875),
                folder,
                new Occasion(Instant.EPOCH, List.of(), new TreeMap<>(), null));
    }

    private static void answer(long seed, String model, int right, List<PointAnswers.Row> answers) {
        for (int point = 0; point < POINTS; point++) {
            int label = point % 2;
            answers.add(new PointAnswers.Row(seed, model, point, label, point < right ? label : 1 - label, 0.9f));
        }
    }

    private static DecisionSurface surface() {
        int side = DecisionSurface.SIDE;
        int[] classes = new int[side * side];
        float[] confidences = new float[side * side];
        for (int index = 0; index < classes.length; index++) {
            classes[index] = index % side > side / 2 ? 1 : 0;
            confidences[index] = 0.75f;
        }
        return new DecisionSurface(classes, confidences);
    }

    private Path step(String name, Object result) throws IOException {
        Path step = Files.createDirectories(folder.resolve(name));
        new JsonFiles().write(step.resolve("result.json"), result);
        StepRecordFile.in(step)
                .write(new StepRecord(
                        name,
                        name + "-key",
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("threads", "1")),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("java", "17")),
                        new TreeMap<>(),
                        "2019-08-06T00:00:00Z",
                        1.5));
        return step;
    }

    /** Damages a file by leaving nothing in it. */
    public void empty(String file) throws IOException {
        Files.writeString(folder.resolve(file), "", StandardCharsets.UTF_8);
    }
}
