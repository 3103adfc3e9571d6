package io.github.distillmaven.transfer.attack;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("A pattern that is added to images")
class PatternPerturbationTest {

    private static final int CLASSES = 4;
    private static final int COUNT = 120;

    /** Of single precision, relative to a length of 1. */
    private static final double ROUNDING = 1e-5;

    private static final Choice BY_TEACHER =
            Choice.of("pattern").with(BallSteps.EPSILON, 2).with(PatternPerturbation.UNTOUCHED, "chosen-by-teacher");
    private static final Choice AT_RANDOM = BY_TEACHER.with(PatternPerturbation.UNTOUCHED, "random");

    private final PatternPerturbation pattern = new PatternPerturbation();

    /** Grey and coloured, of sizes that four divides and does not. */
    static Stream<ExampleShape> shapes() {
        return Stream.of(
                ExampleShape.of(28, 28, 1),
                ExampleShape.of(16, 16, 3),
                ExampleShape.of(17, 30, 1),
                ExampleShape.of(19, 18, 3));
    }

    /**
     * Images between black and white, a model that answers them, and targets.
     *
     * @param shape of each image
     */
    private record Scene(ExampleShape shape, LinearModel model, float[] images, int[] targets) {

        static Scene draw(ExampleShape shape, long seed) {
            UniformRandomProvider random = new Seeds(seed).stream("scene");
            float[][] weights = new float[CLASSES][shape.values()];
            for (float[] each : weights) {
                fill(each, random, -0.5f);
            }
            float[] images = new float[COUNT * shape.values()];
            fill(images, random, 0);
            return new Scene(
                    shape,
                    new LinearModel(weights),
                    images,
                    random.ints(COUNT, 0, CLASSES).toArray());
        }

        private static void fill(float[] values, UniformRandomProvider random, float least) {
            for (int index = 0; index < values.length; index++) {
                values[index] = least + random.nextFloat();
            }
        }

        /** Places of the images that the model answers with their target. */
        Set<Integer> answered() {
            return places(place -> model.answered(image(images, place), new int[] {targets[place]}) == 1);
        }

        /** Places of the images that are as they were. */
        Set<Integer> untouched(float[] moved) {
            return places(place -> Arrays.equals(image(images, place), image(moved, place)));
        }

        float[] image(float[] values, int place) {
            return Arrays.copyOfRange(values, place * shape.values(), (place + 1) * shape.values());
        }

        private static Set<Integer> places(IntPredicate wanted) {
            return new TreeSet<>(
                    IntStream.range(0, COUNT).filter(wanted).boxed().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("has the length epsilon, and one sign in each square of 4x4, on all channels")
    void isOfSquares(ExampleShape shape) {
        for (double length : List.of(0.06, 2.0, 7.5)) {
            for (int label = 0; label < 10; label++) {
                float[] values = new BlockPattern(shape, length).of(label);

                assertThat(values).hasSize(shape.values());
                assertThat(length(values)).isCloseTo(length, within(length * ROUNDING));
                for (int index = 0; index < values.length; index++) {
                    int row = index / shape.channels() / shape.width();
                    int column = index / shape.channels() % shape.width();
                    int corner = (row / 4 * 4 * shape.width() + column / 4 * 4) * shape.channels();
                    assertThat(values[index]).isEqualTo(values[corner]);
                    assertThat(Math.abs(values[index])).isEqualTo(Math.abs(values[0]));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("is the same for a class whenever it is asked for, and another one for every class")
    void isOfItsClass(ExampleShape shape) {
        Set<List<Float>> patterns = new HashSet<>();
        for (int label = 0; label < 100; label++) {
            float[] values = new BlockPattern(shape, 1).of(label);
            assertThat(new BlockPattern(shape, 1).of(label)).containsExactly(values);
            patterns.add(IntStream.range(0, values.length)
                    .mapToObj(index -> values[index])
                    .toList());
        }
        assertThat(patterns).hasSize(100);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName(
            "leaves exactly the images as they are that the teacher answers with their target, and all in their bounds")
    void leavesWhatTheTeacherAnswers(ExampleShape shape) {
        for (long seed = 1; seed <= 5; seed++) {
            Scene scene = Scene.draw(shape, seed);
            float[] before = scene.images().clone();

            float[] moved = move(scene, BY_TEACHER, ValueBounds.UNIT, 0, COUNT, seed);

            assertThat(scene.images()).containsExactly(before);
            assertThat(scene.untouched(moved))
                    .as("seed %s", seed)
                    .isEqualTo(scene.answered())
                    .hasSizeBetween(COUNT / 10, COUNT / 2);
            for (int place = 0; place < COUNT; place++) {
                assertThat(length(difference(scene, moved, place)))
                        .as("seed %s, image %s", seed, place)
                        .isLessThanOrEqualTo(2 + ROUNDING);
            }
            for (float value : moved) {
                assertThat(value).as("seed %s", seed).isBetween(0f, 1f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("is that of the target, whole where nothing is clipped")
    void isThatOfTheTarget(ExampleShape shape) {
        Scene scene = Scene.draw(shape, 6);

        float[] moved = move(scene, BY_TEACHER, ValueBounds.NONE, 0, COUNT, 1);

        Set<Integer> untouched = scene.untouched(moved);
        for (int place = 0; place < COUNT; place++) {
            if (!untouched.contains(place)) {
                assertThat(difference(scene, moved, place))
                        .containsExactly(
                                new BlockPattern(shape, 2).of(scene.targets()[place]), within((float) ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("is added to the same images however they are split into batches, where the teacher chooses")
    void doesNotDependOnBatches(ExampleShape shape) {
        Scene scene = Scene.draw(shape, 7);
        float[] whole = move(scene, BY_TEACHER, ValueBounds.UNIT, 0, COUNT, 1);

        for (int size : new int[] {1, 7, 50}) {
            float[] parts = new float[whole.length];
            for (int from = 0; from < COUNT; from += size) {
                float[] part = move(scene, BY_TEACHER, ValueBounds.UNIT, from, Math.min(COUNT, from + size), from);
                System.arraycopy(part, 0, parts, from * shape.values(), part.length);
            }
            assertThat(parts).as("batches of %s", size).containsExactly(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("leaves as many images at random as the teacher would, others for another seed")
    void leavesAsManyAtRandom(ExampleShape shape) {
        Scene scene = Scene.draw(shape, 8);
        float[] one = move(scene, AT_RANDOM, ValueBounds.UNIT, 0, COUNT, 1);
        float[] other = move(scene, AT_RANDOM, ValueBounds.UNIT, 0, COUNT, 2);

        assertThat(scene.untouched(one)).hasSameSizeAs(scene.answered()).isNotEqualTo(scene.answered());
        assertThat(scene.untouched(other)).hasSameSizeAs(scene.answered()).isNotEqualTo(scene.untouched(one));
        assertThat(move(scene, AT_RANDOM, ValueBounds.UNIT, 0, COUNT, 1)).containsExactly(one);
    }

    @Test
    @DisplayName("leaves every image as often as any other, where it leaves them at random")
    void leavesAllAlikeAtRandom() {
        int draws = 20_000;
        List<Boolean> answered = List.of(true, false, false, true, false);
        UniformRandomProvider random = new Seeds(1).stream("draws");
        int[] left = new int[answered.size()];
        for (int draw = 0; draw < draws; draw++) {
            List<Boolean> untouched = Untouched.RANDOM.among(answered, random);
            for (int place = 0; place < left.length; place++) {
                left[place] += untouched.get(place) ? 1 : 0;
            }
        }

        // Two of five; four standard deviations of such a share.
        for (int count : left) {
            assertThat(count / (double) draws).isCloseTo(0.4, within(0.014));
        }
    }

    @Test
    @DisplayName("of length 0 changes nothing")
    void ofNoLength() {
        Scene scene = Scene.draw(ExampleShape.of(28, 28, 1), 9);

        assertThat(move(scene, BY_TEACHER.with(BallSteps.EPSILON, 0), ValueBounds.UNIT, 0, COUNT, 1))
                .containsExactly(scene.images());
    }

    @Test
    @DisplayName("needs targets, and images that are large enough for it")
    void misfit() {
        assertThat(pattern.needsTargets()).isTrue();
        assertThat(pattern.aims()).isTrue();
        Scene scene = Scene.draw(ExampleShape.of(16, 16, 1), 1);
        assertThatThrownBy(() -> pattern.move(
                        scene.model(),
                        new Perturbation.Originals(scene.images(), scene.shape(), ValueBounds.UNIT),
                        Perturbation.Aim.awayFrom(scene.targets()),
                        BY_TEACHER,
                        new Seeds(1).stream("attack")))
                .hasMessage("a pattern needs targets");

        assertThat(pattern.misfit(BY_TEACHER, ExampleShape.of(16, 16, 1))).isEmpty();
        assertThat(pattern.misfit(BY_TEACHER.with(BallSteps.EPSILON, 28), ExampleShape.of(28, 28, 1)))
                .isEmpty();
        assertThat(pattern.misfit(BY_TEACHER, ExampleShape.of(15, 28, 1)))
                .contains(
                        "<transfer><attack> is 'pattern', which needs images of at least 16x16; these are 15x28x1. Choose other"
                                + " <transfer><inputs>, or another <attack>.");
        assertThat(pattern.misfit(BY_TEACHER, ExampleShape.of(784)))
                .contains(
                        "<transfer><attack> is 'pattern', which needs images of at least 16x16; these are 784. Choose other"
                                + " <transfer><inputs>, or another <attack>.");
        assertThat(pattern.misfit(BY_TEACHER.with(BallSteps.EPSILON, 55.5), ExampleShape.of(32, 32, 3)))
                .contains(
                        "<transfer><epsilon> is 55.5, but a pattern of 32x32x3 with values from -1 to 1 has a length of at most 55.42."
                                + " Set it to that at most.");
    }

    private float[] move(Scene scene, Choice choice, ValueBounds bounds, int from, int to, long seed) {
        int each = scene.shape().values();
        int[] targets = Arrays.copyOfRange(scene.targets(), from, to);
        return pattern.move(
                scene.model(),
                new Perturbation.Originals(
                        Arrays.copyOfRange(scene.images(), from * each, to * each), scene.shape(), bounds),
                new Perturbation.Aim(new int[targets.length], Optional.of(targets)),
                choice,
                new Seeds(seed).stream("attack/pattern"));
    }

    private static float[] difference(Scene scene, float[] moved, int place) {
        float[] before = scene.image(scene.images(), place);
        float[] after = scene.image(moved, place);
        for (int index = 0; index < after.length; index++) {
            after[index] -= before[index];
        }
        return after;
    }

    private static double length(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
