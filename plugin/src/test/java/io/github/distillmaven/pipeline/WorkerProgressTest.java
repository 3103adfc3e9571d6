package io.github.distillmaven.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.worker.Event;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerProgressTest {

    private final List<String> shown = new ArrayList<>();
    private final WorkerProgress progress = new WorkerProgress("teacher", new ProgressDisplay() {
        @Override
        public void update(String task, long done, long total, String detail) {
            shown.add(task + " " + done + "/" + total + ", " + detail);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    });

    @Test
    void epochsCountTogetherAndTheTimeLeftFollowsFromTheRate() {
        progress.show(new Event.Progress("train", 2, 3, 500, 1000, 0.25, 0.9, 10));
        progress.show(new Event.Progress("train", 3, 3, 900, 1000, 0.2, 0.95, 10));

        assertThat(shown)
                .containsExactly(
                        "teacher 1500/3000, epoch 2/3, loss 0.250, accuracy 90.0 %, 10 images/s, 2 min 30 s left",
                        "teacher 2900/3000, epoch 3/3, loss 0.200, accuracy 95.0 %, 10 images/s, 10 s left");
    }

    @Test
    void labellingHasNoEpochs() {
        progress.show(new Event.Progress("label", 0, 0, 250, 1000, Double.NaN, 0.1, 500));
        progress.finish();

        assertThat(shown).containsExactly("teacher 250/1000, 500 images/s, 2 s left", "teacher 1000/1000, done");
    }

    @Test
    void evaluationsAreNotShown() {
        progress.show(new Event.Progress("evaluate", 1, 3, 250, 1000, Double.NaN, 0.1, 500));

        assertThat(shown).isEmpty();
    }

    @Test
    void withoutARateNothingIsSaidOfTheTimeLeft() {
        progress.show(new Event.Progress("label", 0, 0, 0, 1000, Double.NaN, 0, 0));

        assertThat(shown).containsExactly("teacher 0/1000, 0 images/s");
    }
}
