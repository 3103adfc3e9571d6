package io.github.distillmaven.tensorflow.training;

import io.github.distillmaven.experiment.Optimizer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LearningRateTest {

    @Test
    void aConstantRateStaysAsItIs() {
        LearningRate rate = new LearningRate(0.1, Optimizer.Schedule.CONSTANT, 100);
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(99)).isEqualTo(0.1);
    }

    @Test
    void aCosineFallsFromTheFullRateToZeroAfterTheLastStep() {
        LearningRate rate = new LearningRate(0.1, Optimizer.Schedule.COSINE, 120);
        assertThat(rate.at(0)).isEqualTo(0.1);
        // cos(60 degrees) = 1/2, so (1 + 1/2) / 2 = 3/4 of the rate is left after a third of the steps.
        assertThat(rate.at(40)).isCloseTo(0.075, within(1e-15));
        assertThat(rate.at(60)).isCloseTo(0.05, within(1e-15));
        assertThat(rate.at(80)).isCloseTo(0.025, within(1e-15));
        assertThat(rate.at(119)).isPositive();
        assertThat(rate.at(120)).isZero();
    }
}
