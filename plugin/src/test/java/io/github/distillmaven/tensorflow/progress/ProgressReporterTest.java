package io.github.distillmaven.tensorflow.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.tensorflow.TicksPerLook;
import io.github.distillmaven.worker.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The progress of a pass")
class ProgressReporterTest {

    private final List<Event> events = new ArrayList<>();
    private final ProgressReporter progress = new ProgressReporter(
            events::add, new TicksPerLook(Duration.ofSeconds(1).toNanos(), Integer.MAX_VALUE));

    @Test
    void countsWhatWasDoneBeforeButNotInItsRate() {
        ProgressReporter.Pass pass = progress.resume("train", 2, 3, 1000, new Tally(600, 300, 60));

        // One second after the pass went on, by the clock.
        Tally sums = pass.add(100, 50, 0.1);

        assertThat(sums).isEqualTo(new Tally(700, 350, 70));
        assertThat(events).containsExactly(new Event.Progress("train", 2, 3, 700, 1000, 0.1, 0.5, 100));
    }

    @Test
    void tellsTheRateOfItsLastHalfMinute() {
        ProgressReporter.Pass pass = progress.begin("train", 1, 1, 100_000);
        for (int second = 0; second < 40; second++) {
            pass.add(100, 0, 0.1);
        }
        for (int second = 0; second < 40; second++) {
            pass.add(50, 0, 0.1);
        }

        assertThat(events)
                .map(event -> ((Event.Progress) event).examplesPerSecond())
                .startsWith(100.0, 100.0);
        assertThat(rateAfter(40)).isEqualTo(100);
        assertThat(rateAfter(55)).isEqualTo(75);
        assertThat(rateAfter(80)).isEqualTo(50);
    }

    private double rateAfter(int seconds) {
        return ((Event.Progress) events.get(seconds - 1)).examplesPerSecond();
    }
}
