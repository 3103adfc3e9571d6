package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.NpyFile;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The work on points")
class PointTaskTest {

    private static final Training TRAINING = PointNetworksTest.training(600);
    private static final List<String> CONTROLS = List.of("shuffled", "unperturbed");

    @TempDir
    private Path folder;

    private PointTask task;

    @BeforeEach
    void begin() {
        task = new PointTask(new ProgressReporter(event -> {}));
    }

    @Test
    void givesASeedTheSameBytesAloneAndAmongOthersOnAnyNumberOfThreads() throws Exception {
        Path alone = experiment("alone", List.of(3L), 1);
        Path among = experiment("among", List.of(1L, 2L, 3L, 4L, 5L), 2);

        assertThat(lines(among.resolve("teacher/points.csv"), "3"))
                .isEqualTo(lines(alone.resolve("teacher/points.csv"), "3"));
        assertThat(NpyFile.read(among.resolve("teacher/weights.npy")).rows().get(2))
                .isEqualTo(NpyFile.read(alone.resolve("teacher/weights.npy"))
                        .rows()
                        .get(0));
        assertThat(lines(among.resolve("transfer/transfer.csv"), "3"))
                .isEqualTo(lines(alone.resolve("transfer/transfer.csv"), "3"));
        assertThat(lines(among.resolve("student/predictions.csv"), "3"))
                .isEqualTo(lines(alone.resolve("student/predictions.csv"), "3"));
        assertThat(students(among).get(2)).isEqualTo(students(alone).get(0));
        Path again = experiment("again", List.of(1L, 2L, 3L, 4L, 5L), 2);
        for (String file : List.of("teacher/surface.csv", "teacher/result.json", "student/surface.csv")) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(among.resolve(file));
        }
    }

    @Test
    void leavesTeachersThatAreRightAndStudentsOfNothingButFlips() throws Exception {
        Path made = experiment("made", List.of(1L, 2L), 2);

        assertThat(PointTask.readResult(made.resolve("teacher"), PointResults.Teachers.class)
                        .replicates())
                .allSatisfy(teacher -> assertThat(teacher.correct()).isEqualTo(32));
        List<MovedPoint> moved =
                PointTransferTable.read(made.resolve("transfer/transfer.csv")).get(1L);
        PointResults.Replicate first = students(made).get(0);
        assertThat(first.examples())
                .isEqualTo((int) moved.stream().filter(MovedPoint::kept).count());
        assertThat(first.controls()).containsOnlyKeys("shuffled", "unperturbed");
        // Under flipped labels the original points teach the opposite of what is asked.
        assertThat(first.controls().get("unperturbed").correct()).isLessThan(16);
        assertThat(first.student().initialWeights())
                .isEqualTo(first.controls().get("shuffled").initialWeights())
                .isNotEqualTo(PointTask.readResult(made.resolve("teacher"), PointResults.Teachers.class)
                        .replicates()
                        .get(0)
                        .initialWeights());
    }

    @Test
    void saysWhichSeedHasNoFlip() throws Exception {
        Path teacher = teachers("flat", List.of(1L), 1);

        Path transfer = transfers(folder.resolve("flat"), teacher, List.of(1L), 0);
        assertThatThrownBy(() -> students(folder.resolve("flat"), teacher, transfer, List.of(1L), 1))
                .isInstanceOf(WorkerFailure.class)
                .hasMessage("no point of seed 1 changed its label");
    }

    @Test
    void givesUpOnATeacherThatNeverLearnsItsPoints() throws IOException {
        Path output = Files.createDirectories(folder.resolve("hopeless"));
        PointRequest.Teachers hopeless =
                new PointRequest.Teachers(List.of(1L), PointNetworksTest.training(1), 1, output);

        assertThatThrownBy(() -> task.run(hopeless))
                .isInstanceOf(WorkerFailure.class)
                .hasMessageMatching(
                        "the teacher of seed 1 learnt none of 20 sets of points whole, of the last one \\d+ of 32 points");
    }

    private Path experiment(String name, List<Long> seeds, int threads) throws Exception {
        Path teacher = teachers(name, seeds, threads);
        Path place = folder.resolve(name);
        students(place, teacher, transfers(place, teacher, seeds, 0.12), seeds, threads);
        return place;
    }

    private Path teachers(String name, List<Long> seeds, int threads) throws Exception {
        Path output = Files.createDirectories(folder.resolve(name).resolve("teacher"));
        task.run(new PointRequest.Teachers(seeds, TRAINING, threads, output));
        assertThat(PointTable.read(output.resolve("points.csv"))).containsOnlyKeys(seeds);
        return output;
    }

    private Path transfers(Path place, Path teacher, List<Long> seeds, double epsilon) throws Exception {
        Path output = Files.createDirectories(place.resolve("transfer"));
        Choice perturbation = new Choice("single-step", new TreeMap<>(Map.of("epsilon", Double.toString(epsilon))));
        task.run(new PointRequest.Transfers(seeds, TRAINING, perturbation, teacher, 2, output));
        return output;
    }

    private void students(Path place, Path teacher, Path transfer, List<Long> seeds, int threads) throws Exception {
        Path output = Files.createDirectories(place.resolve("student"));
        task.run(new PointRequest.Students(seeds, TRAINING, CONTROLS, teacher, transfer, threads, output));
    }

    private static List<PointResults.Replicate> students(Path made) throws IOException {
        return PointTask.readResult(made.resolve("student"), PointResults.Students.class)
                .replicates();
    }

    private static List<String> lines(Path file, String seed) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(seed + ","))
                .toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }
}
