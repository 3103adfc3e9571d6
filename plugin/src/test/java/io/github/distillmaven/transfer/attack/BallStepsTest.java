package io.github.distillmaven.transfer.attack;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Inputs that are moved within a ball")
class BallStepsTest {

    private static final int SIZE = 12;
    private static final int COUNT = 200;

    /** Of single precision, over as many values as an input has. */
    private static final double ROUNDING = 1e-6;

    private final Components<Perturbation> perturbations = Components.load(Perturbation.class);

    @ParameterizedTest
    @CsvSource({
        "single-step, linf, 0.3",
        "single-step, l2, 1.3",
        "pgd, linf, 0.3",
        "pgd, l2, 0.2",
        "pgd, l2, 1.3",
    })
    @DisplayName("stay in the ball and in the box, with and without targets")
    void stayInBallAndBox(String attack, String norm, double epsilon) {
        for (long seed = 1; seed <= 20; seed++) {
            UniformRandomProvider random = new Seeds(seed).stream("ball");
            LinearModel model = new LinearModel(new float[][] {uniform(SIZE, random), uniform(SIZE, random)});
            float[] inputs = uniform(COUNT * SIZE, random);
            int[] labels = classes(random);
            for (Optional<int[]> targets : List.of(Optional.<int[]>empty(), Optional.of(classes(random)))) {
                float[] moved = move(attack, norm, epsilon, model, inputs, new Perturbation.Aim(labels, targets));

                for (int example = 0; example < COUNT; example++) {
                    assertThat(distance(norm, inputs, moved, example))
                            .as("seed %s, example %s", seed, example)
                            .isLessThanOrEqualTo(epsilon + ROUNDING);
                }
                for (float value : moved) {
                    assertThat(value).as("seed %s", seed).isBetween(0f, 1f);
                }
            }
        }
    }

    @Test
    @DisplayName("of a linear model go by one step where its weights say")
    void aStepOnALinearModelIsItsClosedForm() {
        // The cross entropy of class 1 falls along the difference of the weights, which is (3, -4, 0): of length 5.
        LinearModel model = new LinearModel(new float[][] {{1, 2, 5}, {4, -2, 5}});
        float[] inputs = {0.5f, 0.5f, 0.5f, 0.2f, 0.9f, 0.4f};
        Perturbation.Aim aim = new Perturbation.Aim(new int[] {0, 0}, Optional.of(new int[] {1, 1}));

        assertThat(move("single-step", "l2", 0.1, model, inputs, aim))
                .containsExactly(new float[] {0.56f, 0.42f, 0.5f, 0.26f, 0.82f, 0.4f}, within(1e-6f));
        assertThat(move("single-step", "linf", 0.1, model, inputs, aim))
                .containsExactly(new float[] {0.6f, 0.4f, 0.5f, 0.3f, 0.8f, 0.4f}, within(1e-6f));
        assertThat(move("single-step", "l2", 0.1, model, inputs, Perturbation.Aim.awayFrom(new int[] {0, 0})))
                .containsExactly(new float[] {0.56f, 0.42f, 0.5f, 0.26f, 0.82f, 0.4f}, within(1e-6f));
        assertThat(perturbations
                        .get("pgd")
                        .move(
                                model,
                                new Perturbation.Originals(inputs, ExampleShape.of(3), ValueBounds.UNIT),
                                aim,
                                choice("pgd", "l2", 0.1)
                                        .with(PgdPerturbation.STEPS, 3)
                                        .with(PgdPerturbation.STEP_SIZE, 0.02),
                                new Seeds(1).stream("attack")))
                .as("three steps of a size that is given")
                .containsExactly(new float[] {0.536f, 0.452f, 0.5f, 0.236f, 0.852f, 0.4f}, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"single-step, linf, 0.5", "single-step, l2, 2", "pgd, linf, 0.5", "pgd, l2, 2"})
    @DisplayName("are taken for their targets the more often, the larger the ball is")
    void successRisesWithEpsilon(String attack, String norm, double largest) {
        UniformRandomProvider random = new Seeds(3).stream("ball");
        LinearModel model = new LinearModel(new float[][] {uniform(SIZE, random), uniform(SIZE, random)});
        float[] inputs = uniform(COUNT * SIZE, random);
        int[] targets = classes(random);
        Perturbation.Aim aim = new Perturbation.Aim(targets, Optional.of(targets));

        int before = model.answered(inputs, targets);
        for (int part = 1; part <= 4; part++) {
            int now = model.answered(move(attack, norm, part * largest / 4, model, inputs, aim), targets);
            assertThat(now).as("epsilon %s", part * largest / 4).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(COUNT);
        assertThat(model.answered(inputs, targets)).isLessThan(COUNT * 3 / 4);
    }

    @ParameterizedTest
    @CsvSource({"single-step, linf", "single-step, l2", "pgd, linf", "pgd, l2"})
    @DisplayName("are what they were where epsilon is 0, or where no direction leads to the aim")
    void nothingMovesInABallOfNothing(String attack, String norm) {
        UniformRandomProvider random = new Seeds(4).stream("ball");
        LinearModel model = new LinearModel(new float[][] {uniform(SIZE, random), uniform(SIZE, random)});
        LinearModel flat = new LinearModel(new float[2][SIZE]);
        float[] inputs = uniform(COUNT * SIZE, random);
        Perturbation.Aim aim = new Perturbation.Aim(classes(random), Optional.of(classes(random)));

        assertThat(move(attack, norm, 0, model, inputs, aim)).containsExactly(inputs);
        assertThat(move(attack, norm, 0.5, flat, inputs, aim)).containsExactly(inputs);
    }

    @Test
    @DisplayName("are left where they were nearest to their aim, if that is asked for")
    void best() {
        // Steps of 0.15 go back and forth over the top at 0.6: 0.5, 0.65, 0.5, 0.65, 0.5.
        Choice last = choice("pgd", "linf", 0.3).with(PgdPerturbation.STEPS, 4).with(PgdPerturbation.STEP_SIZE, 0.15);
        Choice best = last.with(PgdPerturbation.ITERATE, "best");
        Perturbation pgd = perturbations.get("pgd");
        Perturbation.Originals inputs =
                new Perturbation.Originals(new float[] {0.5f, 0.6f}, ExampleShape.of(1), ValueBounds.UNIT);
        UniformRandomProvider random = new Seeds(1).stream("attack");

        for (Perturbation.Aim aim : List.of(
                new Perturbation.Aim(new int[] {0, 0}, Optional.of(new int[] {1, 1})),
                Perturbation.Aim.awayFrom(new int[] {0, 0}))) {
            assertThat(pgd.move(new Hill(), inputs, aim, last, random))
                    .containsExactly(new float[] {0.5f, 0.6f}, within(1e-6f));
            assertThat(pgd.move(new Hill(), inputs, aim, best, random))
                    .containsExactly(new float[] {0.65f, 0.6f}, within(1e-6f));
        }
    }

    @Test
    @DisplayName("cannot go farther than from one corner of the box to the other")
    void misfit() {
        ExampleShape digits = ExampleShape.of(28, 28, 1);
        Perturbation pgd = perturbations.get("pgd");

        assertThat(pgd.misfit(choice("pgd", "linf", 1), digits)).isEmpty();
        assertThat(pgd.misfit(choice("pgd", "l2", 28), digits)).isEmpty();
        assertThat(pgd.misfit(choice("pgd", "linf", 1.5), digits))
                .contains(
                        "<transfer><epsilon> is 1.5, but two examples of 28x28x1 with values from 0 to 1 are at most 1.0"
                                + " apart by <norm> 'linf'. Set it to that at most, or <norm> to 'l2'.");
        assertThat(pgd.misfit(choice("pgd", "l2", 28.5), digits))
                .contains(
                        "<transfer><epsilon> is 28.5, but two examples of 28x28x1 with values from 0 to 1 are at most 28.0"
                                + " apart by <norm> 'l2'. Set it to that at most.");
    }

    private float[] move(
            String attack, String norm, double epsilon, LinearModel model, float[] inputs, Perturbation.Aim aim) {
        float[] before = inputs.clone();
        ExampleShape shape = ExampleShape.of(model.weights()[0].length);
        float[] moved = perturbations
                .get(attack)
                .move(
                        model,
                        new Perturbation.Originals(inputs, shape, ValueBounds.UNIT),
                        aim,
                        choice(attack, norm, epsilon),
                        new Seeds(1).stream("attack"));
        assertThat(inputs).containsExactly(before);
        return moved;
    }

    /** Of one value: the logit of class 1 is highest at 0.6. */
    private static final class Hill implements DifferentiableModel {

        private static final float TOP = 0.6f;

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public float[] logits(float[] inputs) {
            float[] logits = new float[2 * inputs.length];
            for (int index = 0; index < inputs.length; index++) {
                logits[2 * index + 1] = -(inputs[index] - TOP) * (inputs[index] - TOP);
            }
            return logits;
        }

        /** In the direction of the true one. */
        @Override
        public float[] inputGradient(float[] inputs, float[] targets) {
            float[] gradient = new float[inputs.length];
            for (int index = 0; index < inputs.length; index++) {
                gradient[index] = inputs[index] - TOP;
            }
            return gradient;
        }

        @Override
        public float[] gain(float[] inputs, int[] labels) {
            float[] slope = new float[inputs.length];
            for (int index = 0; index < inputs.length; index++) {
                slope[index] = TOP - inputs[index];
            }
            return slope;
        }
    }

    private static Choice choice(String attack, String norm, double epsilon) {
        return Choice.of(attack).with(BallSteps.EPSILON, epsilon).with(BallSteps.NORM, norm);
    }

    private static double distance(String norm, float[] inputs, float[] moved, int example) {
        double largest = 0;
        double squares = 0;
        for (int index = example * SIZE; index < (example + 1) * SIZE; index++) {
            double difference = Math.abs((double) moved[index] - inputs[index]);
            largest = Math.max(largest, difference);
            squares += difference * difference;
        }
        return norm.equals("l2") ? Math.sqrt(squares) : largest;
    }

    private static float[] uniform(int count, UniformRandomProvider random) {
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = random.nextFloat();
        }
        return values;
    }

    private static int[] classes(UniformRandomProvider random) {
        return random.ints(COUNT, 0, 2).toArray();
    }
}
