package io.github.distillmaven.tensorflow.training;

import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LearningRateTest {

    private static final int EPOCHS = 12;
    private static final int STEPS_PER_EPOCH = 10;

    @Test
    void aConstantRateStaysAsItIs() {
        LearningRate rate = rate(Choice.of("constant"));
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(119)).isEqualTo(0.1);
        assertThat(rate.steps()).isEqualTo(120);
    }

    @Test
    void aCosineFallsFromTheFullRateToZeroAfterTheLastStep() {
        LearningRate rate = rate(Choice.of("cosine"));
        assertThat(rate.at(0)).isEqualTo(0.1);
        // cos(60 degrees) = 1/2, so (1 + 1/2) / 2 = 3/4 of the rate is left after a third of the steps.
        assertThat(rate.at(40)).isCloseTo(0.075, within(1e-15));
        assertThat(rate.at(60)).isCloseTo(0.05, within(1e-15));
        assertThat(rate.at(80)).isCloseTo(0.025, within(1e-15));
        assertThat(rate.at(119)).isPositive();
        assertThat(rate.at(120)).isZero();
        // To the last bit as it was before there were other schedules.
        for (int step = 0; step < 120; step++) {
            assertThat(rate.at(step)).isEqualTo(0.1 * (1 + Math.cos(Math.PI * step / 120)) / 2);
        }
    }

    @Test
    void aRateOfStepsFallsAfterEverySoManyEpochs() {
        LearningRate rate = rate(choice("step", "decayEpochs", "5", "decayFactor", "0.5"));
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(49)).isEqualTo(0.1);
        assertThat(rate.at(50)).isEqualTo(0.05);
        assertThat(rate.at(99)).isEqualTo(0.05);
        assertThat(rate.at(100)).isEqualTo(0.025);
    }

    @Test
    void aWarmupRisesEvenlyAndThenFallsAsACosineDoes() {
        LearningRate rate = rate(choice("warmup", "warmupEpochs", "2"));
        assertThat(rate.at(0)).isCloseTo(0.1 / 20, within(1e-15));
        assertThat(rate.at(9)).isCloseTo(0.05, within(1e-15));
        assertThat(rate.at(19)).isEqualTo(0.1);
        assertThat(rate.at(20)).isEqualTo(0.1);
        // Half of the 100 steps that are left.
        assertThat(rate.at(70)).isCloseTo(0.05, within(1e-15));
        assertThat(rate.at(120)).isZero();
    }

    private static LearningRate rate(Choice schedule) {
        return LearningRate.of(new Optimizer(Optimizer.Algorithm.SGD, 0.1, 0, 0, schedule, 0), EPOCHS, STEPS_PER_EPOCH);
    }

    private static Choice choice(String id, String... options) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int index = 0; index < options.length; index += 2) {
            values.put(options[index], options[index + 1]);
        }
        return new Choice(id, values);
    }
}
