package io.github.distillmaven.tensorflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.stacked.StackedPool;
import io.github.distillmaven.worker.Attack;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Images that are moved before a trained model labels them")
class MovedImagesTest {

    private static final int CLASSES = 4;
    private static final Examples IMAGES = ToyImages.draw(520, 16, CLASSES, 1);

    /** Of the last digit of a number between 0 and 1. */
    private static final float ROUNDING = 1e-6f;

    @TempDir
    private Path folder;

    private ExampleFiles files;
    private Path teacher;

    @BeforeEach
    void train() throws Exception {
        files = ToyImages.write(IMAGES, folder, "images");
        teacher = Files.createDirectory(folder.resolve("teacher"));
        run(TrainRequests.of(
                "teacher",
                CLASSES,
                TrainRequests.training("mlp", 2, 32, TrainRequests.sgd(0.05)),
                files,
                files,
                teacher));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-step", "pgd"})
    @DisplayName("stay in the ball around them, and within black and white")
    void stayInTheBall(String attack) throws Exception {
        float[] moved = inputs(label(attack, "0.1"));

        int atTheEdge = 0;
        for (int index = 0; index < moved.length; index++) {
            float original = IMAGES.values().at(index);
            assertThat(moved[index])
                    .isBetween(Math.max(0, original - 0.1f - ROUNDING), Math.min(1, original + 0.1f + ROUNDING));
            atTheEdge += Math.abs(Math.abs(moved[index] - original) - 0.1f) < ROUNDING ? 1 : 0;
        }
        assertThat(atTheEdge).isGreaterThan(moved.length / 2);
    }

    @Test
    @DisplayName("are what they were, and answered as they were, where the ball is a point")
    void epsilonOfNothingMovesNothing() throws Exception {
        Path unmoved = label("pgd", "0.0");

        assertThat(NpyFile.read(unmoved.resolve("inputs.npy")).dimensions()).isEqualTo(List.of(520, 16, 16, 1));
        float[] inputs = inputs(unmoved);
        for (int index = 0; index < inputs.length; index++) {
            assertThat(inputs[index]).isEqualTo(IMAGES.values().at(index));
        }
        assertThat(answers(unmoved).rows())
                .extracting(Predictions.Row::predicted)
                .containsExactlyElementsOf(Predictions.read(teacher.resolve("predictions.csv")).rows().stream()
                        .map(Predictions.Row::predicted)
                        .toList());
    }

    @Test
    @DisplayName("are answered wrong the more often, the larger the ball is")
    void successGrowsWithTheBall() throws Exception {
        double unmoved = answers(label("single-step", "0.0")).accuracy();
        double near = answers(label("single-step", "0.05")).accuracy();
        double far = answers(label("single-step", "0.3")).accuracy();

        assertThat(unmoved).isGreaterThan(0.95);
        assertThat(near).isLessThanOrEqualTo(unmoved);
        assertThat(far).isLessThan(near).isLessThan(0.2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "OTHER", "NEXT"})
    @DisplayName("are taken for the targets that the build draws for them, the more often the larger the ball is")
    void areMovedTowardTheirTargets(TargetRule rule) throws Exception {
        int[] targets = rule.targets(IMAGES.labels(), CLASSES, new Seeds(1)).orElseThrow();

        double unmoved = success(answers(label("pgd", "0.0", "l2", rule)), targets);
        double near = success(answers(label("pgd", "0.5", "l2", rule)), targets);
        Path moved = label("pgd", "3.0", "l2", rule);

        assertThat(unmoved).isLessThan(0.35);
        assertThat(near).isGreaterThanOrEqualTo(unmoved);
        assertThat(success(answers(moved), targets)).isGreaterThan(near).isGreaterThan(0.9);
        float[] inputs = inputs(moved);
        int each = IMAGES.shape().values();
        for (int image = 0; image < IMAGES.size(); image++) {
            double squares = 0;
            for (int index = image * each; index < (image + 1) * each; index++) {
                assertThat(inputs[index]).isBetween(0f, 1f);
                squares += Math.pow(inputs[index] - IMAGES.values().at(index), 2);
            }
            assertThat(Math.sqrt(squares)).isBetween(0.1, 3 + 1e-5);
        }
    }

    @Test
    @DisplayName(
            "get the pattern of their target but for those that the model answers with it, or for as many at random")
    void getPatterns() throws Exception {
        int[] targets = TargetRule.RANDOM
                .targets(IMAGES.labels(), CLASSES, new Seeds(1))
                .orElseThrow();
        Predictions before = Predictions.read(teacher.resolve("predictions.csv"));
        Path byTeacher = pattern("chosen-by-teacher");
        Path atRandom = pattern("random");

        List<Integer> answered = IntStream.range(0, IMAGES.size())
                .filter(image -> before.rows().get(image).predicted() == targets[image])
                .boxed()
                .toList();
        assertThat(untouched(inputs(byTeacher)))
                .isEqualTo(answered)
                .hasSizeBetween(IMAGES.size() / 8, IMAGES.size() / 2)
                .allSatisfy(
                        image -> assertThat(answers(byTeacher).rows().get(image).predicted())
                                .isEqualTo(targets[image]));
        assertThat(untouched(inputs(atRandom))).hasSameSizeAs(answered).isNotEqualTo(answered);
    }

    @Test
    @DisplayName("fool the model that they are moved for, and not the further ones that an attack is not to fool")
    void foolNotTheEnsemble() throws Exception {
        List<Path> ensemble = new ArrayList<>();
        for (long seed = 2; seed <= 4; seed++) {
            ensemble.add(trained(seed, false));
        }
        int[] targets =
                TargetRule.NEXT.targets(IMAGES.labels(), CLASSES, new Seeds(1)).orElseThrow();

        Path plain = attacked("plain", List.of(), "0.0");
        Path weightless = attacked("weightless", ensemble, "0.0");
        Path spared = attacked("spared", ensemble, "1.0");

        assertThat(inputs(weightless)).containsExactly(inputs(plain));
        assertThat(success(answers(spared), targets)).isGreaterThan(0.5);
        for (Path other : ensemble) {
            assertThat(success(asked(other, spared), targets)).isLessThan(success(asked(other, plain), targets) / 2);
        }
    }

    @Test
    @DisplayName("may be moved against networks that were trained side by side, each with its own weights")
    void networksSideBySideMayBeAnEnsemble() throws Exception {
        Path second = trained(2, true);
        Path third = trained(3, true);

        float[] both = inputs(attacked("both", List.of(second, third), "1.0"));

        assertThat(inputs(attacked("reversed", List.of(third, second), "1.0"))).containsExactly(both, within(1e-3f));
        assertThat(inputs(attacked("twice", List.of(second, second), "1.0"))).isNotEqualTo(both);
    }

    private Path trained(long seed, boolean sideBySide) throws Exception {
        Path output = Files.createDirectory(folder.resolve("further-" + seed));
        WorkerRequest.Train train = TrainRequests.of(
                "teacher",
                CLASSES,
                TrainRequests.training("mlp", 2, 32, TrainRequests.sgd(0.05)),
                files,
                files,
                output);
        WorkerRequest.Train other = new WorkerRequest.Train(
                train.role(),
                seed,
                train.classes(),
                train.training(),
                train.precision(),
                train.temperature(),
                train.examples(),
                train.examplesMoments(),
                train.evaluations(),
                train.output(),
                train.checkpoints());
        run(sideBySide ? new TrainSideBySide(other, 0, Optional.empty(), List.of()) : other);
        return output.resolve("model");
    }

    private Path attacked(String name, List<Path> ensemble, String lambda) throws Exception {
        Path output = Files.createDirectory(folder.resolve(name));
        Choice pgd = new Choice(
                "pgd",
                new TreeMap<>(Map.of(
                        "epsilon",
                        "3.0",
                        "norm",
                        "l2",
                        "ensemble",
                        Integer.toString(ensemble.size()),
                        "lambda",
                        lambda)));
        run(new WorkerRequest.Label(
                teacher.resolve("model"),
                files,
                ToyImages.MOMENTS,
                false,
                Optional.of(new Attack(pgd, TargetRule.NEXT, 1, ensemble)),
                output));
        return output;
    }

    /** What another model answers to images that were moved. */
    private Predictions asked(Path model, Path labelled) throws Exception {
        Examples moved = new Examples(IMAGES.shape(), new Values.FloatValues(inputs(labelled)), IMAGES.targets());
        Path output = Files.createTempDirectory(folder, "asked");
        run(new WorkerRequest.Label(
                model,
                ExampleWriter.write(moved, Files.createDirectory(output.resolve("inputs"))),
                ToyImages.MOMENTS,
                false,
                Optional.empty(),
                output));
        return answers(output);
    }

    private Path pattern(String untouched) throws Exception {
        Path output = Files.createDirectory(folder.resolve(untouched));
        run(new WorkerRequest.Label(
                teacher.resolve("model"),
                files,
                ToyImages.MOMENTS,
                false,
                Optional.of(new Attack(
                        new Choice("pattern", new TreeMap<>(Map.of("epsilon", "2.0", "untouched", untouched))),
                        TargetRule.RANDOM,
                        1)),
                output));
        return output;
    }

    /** Places of the images that are as they were. */
    private static List<Integer> untouched(float[] inputs) {
        int each = IMAGES.shape().values();
        return IntStream.range(0, IMAGES.size())
                .filter(image -> IntStream.range(image * each, (image + 1) * each)
                        .allMatch(index -> inputs[index] == IMAGES.values().at(index)))
                .boxed()
                .toList();
    }

    /** Share of the images that are answered with their targets. */
    private static double success(Predictions answers, int[] targets) {
        return IntStream.range(0, targets.length)
                        .filter(image -> answers.rows().get(image).predicted() == targets[image])
                        .count()
                / (double) targets.length;
    }

    private Path label(String attack, String epsilon) throws Exception {
        return label(attack, epsilon, "linf", TargetRule.UNTARGETED);
    }

    private Path label(String attack, String epsilon, String norm, TargetRule target) throws Exception {
        Path output = Files.createDirectory(folder.resolve("epsilon-" + epsilon));
        run(new WorkerRequest.Label(
                teacher.resolve("model"),
                files,
                ToyImages.MOMENTS,
                false,
                Optional.of(new Attack(
                        new Choice(attack, new TreeMap<>(Map.of("epsilon", epsilon, "norm", norm))), target, 1)),
                output));
        return output;
    }

    private static float[] inputs(Path labelled) throws Exception {
        return NpyFile.read(labelled.resolve("inputs.npy")).floats();
    }

    private static Predictions answers(Path labelled) throws Exception {
        return Predictions.read(labelled.resolve("predictions.csv"));
    }

    private static void run(WorkerRequest request) throws Exception {
        try (StackedPool pool = new StackedPool()) {
            TensorFlowTask.answer(request, new ProgressReporter(event -> {}), pool);
        }
    }
}
