package io.github.distillmaven.transfer.attack;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("A perturbation")
class PerturbationTest {

    private static final float[] POINTS = {0.5f, 0.5f, 0.05f, 0.95f};
    private static final int[] LABELS = {0, 1};

    private final Components<Perturbation> perturbations = Components.load(Perturbation.class);
    private final List<float[]> seen = new ArrayList<>();

    @Test
    void isNonePatternPgdOrSingleStep() {
        assertThat(perturbations.ids()).containsExactly("none", "pattern", "pgd", "single-step");
        assertThat(perturbations.all()).extracting(Perturbation::moves).containsExactly(false, true, true, true);
        assertThat(perturbations.get("pgd").options())
                .extracting(Option::name)
                .containsExactly("epsilon", "norm", "attackSteps", "stepSize", "iterate", "ensemble", "lambda");
    }

    @Test
    void ofOneStepEndsAtACornerOfTheBallEvenOutsideOfTheUnitSquare() {
        float[] moved = move("single-step", "0.12", ValueBounds.NONE, new float[] {1e-6f, -3, -1e-20f, 40});

        assertThat(moved).containsExactly(new float[] {0.62f, 0.38f, -0.07f, 1.07f}, within(1e-6f));
        assertThat(POINTS).containsExactly(0.5f, 0.5f, 0.05f, 0.95f);
    }

    @Test
    void ofPgdStaysInTheBallAndMayTurnBack() {
        // Steps of 2.5 * 0.1 / 4 = 0.0625: the second one is cut at 0.1, the fourth goes back.
        float[] moved = move(
                "pgd",
                "0.1",
                ValueBounds.NONE,
                new float[] {1, 0, 1, 1},
                new float[] {1, 0, 1, 1},
                new float[] {1, 0, 1, 1},
                new float[] {-1, 0, 1, 1});

        assertThat(seen).hasSize(4);
        assertThat(seen.get(1)).containsExactly(new float[] {0.5625f, 0.5f, 0.1125f, 1.0125f}, within(1e-6f));
        assertThat(seen.get(3)).containsExactly(new float[] {0.6f, 0.5f, 0.15f, 1.05f}, within(1e-6f));
        assertThat(moved).containsExactly(new float[] {0.5375f, 0.5f, 0.15f, 1.05f}, within(1e-6f));
    }

    @Test
    void staysWithinTheBoundsOfTheValues() {
        ValueBounds bounds = ValueBounds.of(new Values.ByteValues(new byte[0]));

        assertThat(move("single-step", "0.12", bounds, new float[] {1, -1, -1, 1}))
                .containsExactly(new float[] {0.62f, 0.38f, 0, 1}, within(1e-6f));
        assertThat(ValueBounds.of(new Values.FloatValues(new float[0]))).isEqualTo(ValueBounds.NONE);
    }

    @Test
    void ofNoneLeavesAllAsItIs() {
        assertThat(move("none", "0.5", ValueBounds.UNIT)).isEqualTo(POINTS);
        assertThat(seen).isEmpty();
    }

    private float[] move(String id, String epsilon, ValueBounds bounds, float[]... gains) {
        Choice choice = Choice.of(id).with(BallSteps.EPSILON, epsilon).with(PgdPerturbation.STEPS, gains.length);
        return perturbations
                .get(id)
                .move(
                        new Slopes(List.of(gains)),
                        new Perturbation.Originals(POINTS, ExampleShape.of(2), bounds),
                        Perturbation.Aim.awayFrom(LABELS),
                        choice,
                        new Seeds(1).stream("attack"));
    }

    /** Says where inputs have to go, step by step. */
    private final class Slopes implements DifferentiableModel {

        private final List<float[]> gains;

        Slopes(List<float[]> gains) {
            this.gains = gains;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public float[] logits(float[] inputs) {
            throw new AssertionError("not needed");
        }

        @Override
        public float[] inputGradient(float[] inputs, float[] targets) {
            throw new AssertionError("not needed");
        }

        @Override
        public float[] gain(float[] inputs, int[] labels) {
            assertThat(labels).isEqualTo(LABELS);
            seen.add(inputs.clone());
            return gains.get(seen.size() - 1);
        }
    }
}
