package io.github.distillmaven.transfer.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("What an attack with further teachers follows")
class AttackObjectiveTest {

    private static final int SIZE = 12;
    private static final int COUNT = 40;
    private static final int CLASSES = 3;
    private static final int FURTHER = 3;

    /** Of single precision, over as many values as an input has. */
    private static final double ROUNDING = 1e-6;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 10})
    @DisplayName("has the slope that differences of it say, and the value of the formula")
    void slopeIsThatOfDifferences(double lambda) {
        for (long seed = 1; seed <= 5; seed++) {
            Scene scene = new Scene(seed);
            AttackObjective objective = scene.objective(lambda);
            float[] inputs = scene.inputs;
            float[] slope = objective.slope(inputs);
            float[] direction = new float[inputs.length];
            double expected = 0;
            for (int index = 0; index < inputs.length; index++) {
                direction[index] = scene.random.nextFloat() - 0.5f;
                expected += slope[index] * (double) direction[index];
            }
            float step = 1e-3f;

            double difference = sum(objective.nearness(moved(inputs, direction, step)))
                    - sum(objective.nearness(moved(inputs, direction, -step)));

            assertThat(difference / (2 * step))
                    .as("seed %s", seed)
                    .isCloseTo(expected, within(1e-2 * Math.abs(expected) + 0.05));
            assertThat(sum(objective.nearness(inputs)))
                    .as("seed %s", seed)
                    .isCloseTo(scene.formula(lambda), within(1e-2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "single-step, linf, 0.3, 1",
        "single-step, l2, 1.3, 1",
        "pgd, linf, 0.3, 1",
        "pgd, l2, 0.2, 0.5",
        "pgd, l2, 1.3, 1000",
    })
    @DisplayName("leaves inputs in the ball and in the box")
    void staysInBallAndBox(String attack, String norm, double epsilon, double lambda) {
        for (long seed = 1; seed <= 20; seed++) {
            Scene scene = new Scene(seed);
            float[] moved = scene.move(attack, norm, epsilon, lambda, scene.aim());

            for (int example = 0; example < COUNT; example++) {
                assertThat(distance(norm, scene.inputs, moved, example))
                        .as("seed %s, example %s", seed, example)
                        .isLessThanOrEqualTo(epsilon + ROUNDING);
            }
            for (float value : moved) {
                assertThat(value).as("seed %s", seed).isBetween(0f, 1f);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"single-step, linf, last", "single-step, l2, last", "pgd, linf, last", "pgd, l2, best"})
    @DisplayName("is what it is without them where they count for nothing: the same bytes")
    void lambdaOfNothingIsNone(String attack, String norm, String iterate) {
        for (long seed = 1; seed <= 20; seed++) {
            Scene scene = new Scene(seed);
            Choice choice = choice(attack, norm, 0.4, 0);
            Choice own = attack.equals("pgd") ? choice.with(PgdPerturbation.ITERATE, iterate) : choice;

            assertThat(scene.move(own, scene.aim()))
                    .as("seed %s", seed)
                    .containsExactly(scene.move(own, scene.aim().with(List.of())));
        }
    }

    @Test
    @DisplayName("keeps the answers of further teachers, which the attack without them changes")
    void keepsTheirAnswers() {
        double plain = 0;
        double kept = 0;
        double fooled = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Scene scene = new Scene(seed);
            float[] without = scene.move("pgd", "l2", 1, 0, scene.aim());
            float[] with = scene.move("pgd", "l2", 1, 1, scene.aim());
            for (LinearModel other : scene.further) {
                plain += other.answered(without, scene.labels);
                kept += other.answered(with, scene.labels);
            }
            fooled += scene.model.answered(with, scene.targets) - scene.model.answered(scene.inputs, scene.targets);
        }

        assertThat(kept).isGreaterThan(1.5 * plain);
        assertThat(fooled).isGreaterThan(20.0 * COUNT / 4);
    }

    private static double sum(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(index -> values[index])
                .sum();
    }

    private static float[] moved(float[] inputs, float[] direction, float step) {
        float[] moved = inputs.clone();
        for (int index = 0; index < moved.length; index++) {
            moved[index] += step * direction[index];
        }
        return moved;
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

    private static Choice choice(String attack, String norm, double epsilon, double lambda) {
        return Choice.of(attack)
                .with(BallSteps.EPSILON, epsilon)
                .with(BallSteps.NORM, norm)
                .with(BallSteps.ENSEMBLE, FURTHER)
                .with(BallSteps.LAMBDA, lambda);
    }

    /** A model and further ones, inputs, labels and targets, all drawn. */
    private static final class Scene {

        private final UniformRandomProvider random;
        private final LinearModel model;
        private final List<LinearModel> further;
        private final float[] inputs;
        private final int[] labels;
        private final int[] targets;

        Scene(long seed) {
            random = new Seeds(seed).stream("scene");
            model = model();
            further = Stream.generate(this::model).limit(FURTHER).toList();
            inputs = uniform(COUNT * SIZE);
            labels = random.ints(COUNT, 0, CLASSES).toArray();
            targets = random.ints(COUNT, 0, CLASSES).toArray();
        }

        Perturbation.Aim aim() {
            return new Perturbation.Aim(labels, Optional.of(targets)).with(List.copyOf(further));
        }

        AttackObjective objective(double lambda) {
            return new AttackObjective(model, aim(), lambda);
        }

        float[] move(String attack, String norm, double epsilon, double lambda, Perturbation.Aim aim) {
            return move(choice(attack, norm, epsilon, lambda), aim);
        }

        float[] move(Choice choice, Perturbation.Aim aim) {
            return Components.load(Perturbation.class)
                    .get(choice.id())
                    .move(
                            model,
                            new Perturbation.Originals(inputs, ExampleShape.of(SIZE), ValueBounds.UNIT),
                            aim,
                            choice,
                            random);
        }

        /** Minus the cross entropy of the model and the targets, minus those of further ones and the labels, as often as lambda says. */
        double formula(double lambda) {
            return -crossEntropy(model, targets)
                    - lambda
                            * further.stream()
                                    .mapToDouble(other -> crossEntropy(other, labels))
                                    .sum();
        }

        private double crossEntropy(DifferentiableModel of, int[] classes) {
            float[] logits = of.logits(inputs);
            double sum = 0;
            for (int example = 0; example < COUNT; example++) {
                double all = 0;
                for (int each = 0; each < CLASSES; each++) {
                    all += Math.exp(logits[example * CLASSES + each]);
                }
                sum += Math.log(all) - logits[example * CLASSES + classes[example]];
            }
            return sum;
        }

        private LinearModel model() {
            return new LinearModel(new float[][] {weights(), weights(), weights()});
        }

        private float[] weights() {
            float[] weights = uniform(SIZE);
            for (int index = 0; index < SIZE; index++) {
                weights[index] = 4 * weights[index] - 2;
            }
            return weights;
        }

        private float[] uniform(int count) {
            float[] values = new float[count];
            for (int index = 0; index < count; index++) {
                values[index] = random.nextFloat();
            }
            return values;
        }
    }
}
