package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.dataset.points.GaussianPoints;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.stacked.Courses;
import io.github.distillmaven.tensorflow.stacked.StackedPool;
import io.github.distillmaven.transfer.AuxiliaryLabelling;
import io.github.distillmaven.transfer.SoftLabelling;
import io.github.distillmaven.worker.Attack;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Requests together")
class TogetherTest {

    private static final ExampleFiles DRAWN = new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of());
    private static final String POINTS = "random-points";

    @TempDir
    private Path folder;

    @Test
    void giveAModelTheSameBytesAloneAndAmongOthersOnAnyNumberOfThreads() throws Exception {
        Path alone = folder.resolve("alone");
        Path among = folder.resolve("among");

        run(2, teacher(alone, 2, 1));
        run(
                2,
                teacher(among, 1, 0),
                teacher(among, 2, 1),
                teacher(among, 3, 2),
                teacher(among, 4, 0),
                teacher(among, 5, 1));

        for (String file : List.of(
                "model/weights.npy",
                "model/network.json",
                "examples/values.npy",
                "examples/labels-idx1-ubyte",
                "predictions.csv",
                "logits.npy",
                "evaluations/fresh.csv",
                "evaluations/fresh.npy",
                "result.json")) {
            assertThat(among.resolve("2").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(alone.resolve("2").resolve(file));
        }
        JsonNode result = JsonMapper.shared().readTree(alone.resolve("2/result.json"));
        assertThat(result.get("testAccuracy").asDouble()).isEqualTo(1);
        assertThat(result.get("attempts").asInt()).isPositive();
        assertThat(result.get("loss").asDouble()).isBetween(0.0, 0.5);
        assertThat(Predictions.read(alone.resolve("2/evaluations/fresh.csv")).rows())
                .hasSize(1000)
                .allSatisfy(row -> assertThat(row.label()).isEqualTo(-1));
    }

    @Test
    void writeLogitsButOfWhatIsForShow() throws Exception {
        run(1, teacher(folder, 1, 0, 600, List.of("fresh", "plane")));

        Path evaluations = folder.resolve("1/evaluations");
        WrittenLogits.assertFit(folder.resolve("1/predictions.csv"), folder.resolve("1/logits.npy"), 2);
        WrittenLogits.assertFit(evaluations.resolve("fresh.csv"), evaluations.resolve("fresh.npy"), 2);
        assertThat(evaluations.resolve("plane.csv")).isRegularFile();
        assertThat(evaluations.resolve("plane.npy")).doesNotExist();
    }

    @Test
    void moveTheInputsOfAModelAndLabelThemThere() throws Exception {
        run(1, teacher(folder, 1, 0));
        Path model = folder.resolve("1/model");
        ExampleFiles learnt = ExampleFiles.in(folder.resolve("1/examples"), Courses.SHAPE);
        Path moved = Files.createDirectories(folder.resolve("moved"));
        Path same = Files.createDirectories(folder.resolve("same"));

        Attack attack = new Attack(
                new Choice("single-step", new TreeMap<>(Map.of("epsilon", "0.06"))), TargetRule.UNTARGETED, 1);
        run(
                1,
                new WorkerRequest.Label(model, learnt, Courses.AS_THEY_ARE, true, Optional.of(attack), moved),
                new WorkerRequest.Label(model, learnt, Courses.AS_THEY_ARE, false, Optional.empty(), same));

        NpyFile inputs = NpyFile.read(moved.resolve("inputs.npy"));
        float[] originals = ((Values.FloatValues) ExampleReader.read(learnt).values()).floats();
        assertThat(inputs.dimensions()).containsExactly(32, 2);
        for (int index = 0; index < originals.length; index++) {
            assertThat(Math.abs(inputs.floats()[index] - originals[index])).isBetween(0.0599f, 0.0601f);
        }
        assertThat(NpyFile.read(moved.resolve("logits.npy")).dimensions()).containsExactly(32, 2);
        assertThat(Predictions.read(moved.resolve("predictions.csv")).accuracy())
                .isLessThan(1);
        assertThat(same.resolve("predictions.csv")).hasSameTextualContentAs(folder.resolve("1/predictions.csv"));
        assertThat(same.resolve("inputs.npy")).doesNotExist();
    }

    @Test
    void trainStudentsOfImagesOfWhateverSizesTheirSetsHave() throws Exception {
        Examples images = ToyImages.draw(64, 8, 4, 1);
        ExampleFiles test = ExampleWriter.write(ToyImages.draw(20, 8, 4, 2), made("test"));
        ExampleFiles all = ExampleWriter.write(images, made("all"));
        ExampleFiles some = ExampleWriter.write(images.first(40), made("some"));

        run(1, student(1, 0, all, test), student(2, 1, all, test), student(3, 0, some, test));

        for (String seed : List.of("1", "2", "3")) {
            assertThat(Files.readAllLines(folder.resolve(seed).resolve("history.csv")))
                    .hasSize(1 + 6);
            assertThat(Predictions.read(folder.resolve(seed).resolve("predictions.csv"))
                            .accuracy())
                    .isGreaterThan(0.9);
            WrittenLogits.assertFit(
                    folder.resolve(seed).resolve("predictions.csv"),
                    folder.resolve(seed).resolve("logits.npy"),
                    4);
            assertThat(folder.resolve(seed).resolve("examples")).doesNotExist();
        }
        assertThat(JsonMapper.shared()
                        .readTree(folder.resolve("3/result.json"))
                        .get("examples")
                        .asInt())
                .isEqualTo(40);
    }

    /** Cloud et al. 2025, on toy images: the student is told nothing of classes, and nothing but noise is shown to it. */
    @Test
    void teachStudentsByLogitsThatStandForNoClass() throws Exception {
        Training training =
                new Training(Choice.of("mlp-auxiliary"), 0, 30, 16, Augmentation.NONE, TrainRequests.adam());
        ExampleFiles test = ExampleWriter.write(ToyImages.draw(200, 8, 4, 2), made("test"));
        ExampleFiles all = ExampleWriter.write(ToyImages.draw(200, 8, 4, 1), made("all"));
        Path teacher = made("teacher");
        run(1, ofFour("teacher", training, all, test, teacher));
        Path labelled = made("labelled");
        Examples noise = noise(300);
        ExampleFiles inputs = ExampleWriter.write(noise, made("noise"));

        run(
                1,
                new WorkerRequest.Label(
                        teacher.resolve("model"), inputs, ToyImages.MOMENTS, true, Optional.empty(), labelled));

        assertThat(NpyFile.read(labelled.resolve("logits.npy")).dimensions()).containsExactly(300, 4);
        NpyFile auxiliary = NpyFile.read(labelled.resolve("auxiliary.npy"));
        assertThat(auxiliary.dimensions()).containsExactly(300, 3);
        ExampleFiles lesson = ExampleWriter.write(
                noise.with(new AuxiliaryLabelling()
                        .label(
                                new TeacherAnswers(
                                        new int[300],
                                        Optional.empty(),
                                        Optional.of(auxiliary.floats()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        4),
                                Choice.of("auxiliary"),
                                new Seeds(1).stream("labels"))),
                made("lesson"));
        Path student = made("student");
        run(1, ofFour("student", training, lesson, test, student));

        JsonNode result = JsonMapper.shared().readTree(student.resolve("result.json"));
        assertThat(result.get("parameters").asInt()).isEqualTo(64 * 256 + 256 + 256 * 256 + 256 + 256 * 7 + 7);
        assertThat(result.get("trainAccuracy").asDouble()).isGreaterThan(0.8);
        WrittenLogits.assertFit(student.resolve("predictions.csv"), student.resolve("logits.npy"), 4);
    }

    private static Examples noise(int count) {
        UniformRandomProvider random = new Seeds(1).stream("noise");
        byte[] bytes = new byte[count * 64];
        random.nextBytes(bytes);
        return Examples.ofBytes(ExampleShape.of(8, 8, 1), bytes, new byte[count]);
    }

    private TrainSideBySide ofFour(
            String role, Training training, ExampleFiles examples, ExampleFiles test, Path output) {
        return new TrainSideBySide(
                new WorkerRequest.Train(
                        role,
                        1,
                        4,
                        training,
                        Precision.FLOAT32,
                        1,
                        examples,
                        ToyImages.MOMENTS,
                        List.of(new WorkerRequest.EvaluatedFiles("test", test, ToyImages.MOMENTS)),
                        output,
                        TrainRequests.checkpoints(folder)),
                0,
                Optional.empty(),
                List.of());
    }

    @Test
    void giveUpOnAModelThatNeverLearnsItsExamples() {
        assertThatThrownBy(() -> run(1, teacher(folder, 1, 0, 1, List.of("fresh"))))
                .isInstanceOf(WorkerFailure.class)
                .hasMessageMatching(
                        "the teacher of seed 1 learnt none of 20 sets of examples whole, of the last one \\d+ of 32 examples");
    }

    /** The teacher is not trained: what it answers is right, and its logits of d + 1 points give it away. */
    @Test
    void ofPointsWithoutLabelsTakeTheTeachersAnswersForRight() throws Exception {
        Choice source = new Choice("gaussian-points", new TreeMap<>(Map.of("dimensions", "5")));
        Choice linear = new Choice("linear", new TreeMap<>(Map.of("initialWeights", "normal")));
        Moments moments = new Moments(Collections.nCopies(5, 0.0), Collections.nCopies(5, 1.0));
        Training drawn = new Training(linear, 0, 0, 64, Augmentation.NONE, TrainRequests.adam());
        Path teacher = made("drawn");
        run(
                1,
                new TrainSideBySide(
                        request("teacher", drawn, DRAWN, moments, List.of(), teacher),
                        0,
                        Optional.of(source),
                        List.of()));

        ExampleFiles test = ExampleFiles.in(teacher.resolve("examples"), ExampleShape.of(5));
        assertThat(ExampleReader.read(test).size()).isEqualTo(20_000);
        assertThat(ExampleReader.read(test).labels())
                .isEqualTo(Predictions.read(teacher.resolve("predictions.csv"))
                        .answers()
                        .predicted());
        JsonNode result = JsonMapper.shared().readTree(teacher.resolve("result.json"));
        assertThat(result.get("testAccuracy").asDouble()).isEqualTo(1);
        assertThat(result.get("initialWeights")).isEqualTo(result.get("finalWeights"));
        assertThat(result.has("loss")).isFalse();

        Path labelled = made("labelled");
        ExampleFiles inputs = ExampleWriter.write(
                new Examples(
                        ExampleShape.of(5),
                        new GaussianPoints().inputs(source, new Seeds(1)::stream, 6),
                        new Targets.Classes(new int[6])),
                made("inputs"));
        run(1, new WorkerRequest.Label(teacher.resolve("model"), inputs, moments, true, Optional.empty(), labelled));
        float[] logits = NpyFile.read(labelled.resolve("logits.npy")).floats();
        Examples lesson = ExampleReader.read(inputs)
                .with(new SoftLabelling()
                        .label(
                                new TeacherAnswers(
                                        new int[6], Optional.of(logits), Optional.empty(), Optional.empty(), 2),
                                Choice.of("soft"),
                                new Seeds(1).stream("labels")));
        Training solved = new Training(
                linear,
                0,
                10,
                64,
                Augmentation.NONE,
                new Optimizer(Optimizer.Algorithm.LEAST_SQUARES, 0.01, 0, 0, Choice.of("constant"), 0));
        Path student = made("solved");
        run(
                1,
                new TrainSideBySide(
                        request(
                                "student",
                                solved,
                                ExampleWriter.write(lesson, made("lesson")),
                                moments,
                                List.of(new WorkerRequest.EvaluatedFiles("test", test, moments)),
                                student),
                        0,
                        Optional.of(source),
                        List.of()));

        JsonNode learnt = JsonMapper.shared().readTree(student.resolve("result.json"));
        assertThat(learnt.get("testAccuracy").asDouble()).isGreaterThan(0.999);
        assertThat(learnt.get("trainAccuracy").asDouble()).isEqualTo(1);
    }

    private WorkerRequest.Train request(
            String role,
            Training training,
            ExampleFiles examples,
            Moments moments,
            List<WorkerRequest.EvaluatedFiles> evaluations,
            Path output) {
        return new WorkerRequest.Train(
                role,
                1,
                2,
                training,
                Precision.FLOAT32,
                1,
                examples,
                moments,
                evaluations,
                output,
                TrainRequests.checkpoints(folder));
    }

    @Test
    void refuseANetworkThatIsNotDense() throws IOException {
        ExampleFiles files = ExampleWriter.write(ToyImages.draw(8, 16, 4, 1), made("images"));
        WorkerRequest.Train dense = student(1, 0, files, files).train();
        Training training = new Training(Choice.of("cnn"), 0, 1, 8, Augmentation.NONE, TrainRequests.adam());

        assertThatThrownBy(() -> run(1, new TrainSideBySide(with(training, dense), 0, Optional.empty(), List.of())))
                .isInstanceOf(WorkerFailure.class)
                .hasMessage("models cannot be trained side by side with the network 'cnn' for examples of 16x16x1");
    }

    @Test
    void travelToAWorker() throws Exception {
        WorkerRequest together = Together.of(List.of(teacher(folder, 1, 3)), true, 2);
        String json = JsonMapper.shared().writeValueAsString(together);

        assertThat(JsonMapper.shared().readValue(json, WorkerRequest.class)).isEqualTo(together);
    }

    private static void run(int threads, WorkerRequest... requests) throws Exception {
        TensorFlowTask.answer(
                Together.of(List.of(requests), true, threads), new ProgressReporter(event -> {}), new StackedPool());
    }

    private TrainSideBySide teacher(Path place, long seed, int at) throws IOException {
        return teacher(place, seed, at, 600, List.of("fresh"));
    }

    private TrainSideBySide teacher(Path place, long seed, int at, int steps, List<String> sets) throws IOException {
        WorkerRequest.Train train = new WorkerRequest.Train(
                "teacher",
                seed,
                2,
                Courses.training(steps),
                Precision.FLOAT32,
                1,
                DRAWN,
                Courses.AS_THEY_ARE,
                List.of(),
                Files.createDirectories(place.resolve(Long.toString(seed))),
                TrainRequests.checkpoints(place));
        return new TrainSideBySide(train, at, Optional.of(Choice.of(POINTS)), sets);
    }

    private TrainSideBySide student(long seed, int at, ExampleFiles examples, ExampleFiles test) throws IOException {
        WorkerRequest.Train train = new WorkerRequest.Train(
                "student",
                seed,
                4,
                new Training(Choice.of("mlp"), 0, 6, 16, Augmentation.NONE, TrainRequests.adam()),
                Precision.FLOAT32,
                1,
                examples,
                ToyImages.MOMENTS,
                List.of(new WorkerRequest.EvaluatedFiles("test", test, ToyImages.MOMENTS)),
                made(Long.toString(seed)),
                TrainRequests.checkpoints(folder));
        return new TrainSideBySide(train, at, Optional.empty(), List.of());
    }

    private static WorkerRequest.Train with(Training training, WorkerRequest.Train request) {
        return new WorkerRequest.Train(
                request.role(),
                request.seed(),
                request.classes(),
                training,
                request.precision(),
                request.temperature(),
                request.examples(),
                request.examplesMoments(),
                request.evaluations(),
                request.output(),
                request.checkpoints());
    }

    private Path made(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
