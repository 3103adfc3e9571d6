package io.github.distillmaven.tensorflow.training;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The times of steps")
class StepTimesTest {

    private long now;
    private final StepTimes times = new StepTimes(StepWork.TRAINING, () -> now);

    private int lapsOf(double seconds) {
        int laps = 0;
        boolean more = true;
        while (more) {
            now += (long) (seconds * 1e9);
            laps++;
            more = times.lap();
        }
        return laps;
    }

    @Test
    @DisplayName("are of a fixed number of long steps")
    void countsLongSteps() {
        assertThat(lapsOf(2)).isEqualTo(StepSettings.WARM_UP + StepSettings.MEASURED);
        assertThat(times.rate()).isEqualTo(64);
    }

    @Test
    @DisplayName("are of as many short steps as fill the time")
    void fillsTime() {
        assertThat(lapsOf(0.125)).isEqualTo(4 + 8);
        assertThat(times.rate()).isEqualTo(1024);
    }

    @Test
    @DisplayName("do not count what comes before a contestant is warm")
    void leavesOutWarmUp() {
        now += 60_000_000_000L;
        assertThat(times.lap()).isTrue();

        assertThat(lapsOf(2)).isEqualTo(StepSettings.WARM_UP - 1 + StepSettings.MEASURED);
        assertThat(times.rate()).isEqualTo(64);
    }
}
