package io.github.distillmaven.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.distillmaven.worker.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The progress of a worker")
class WorkerProgressTest {

    private final List<String> shown = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final ProgressDisplay display = new ProgressDisplay() {
        @Override
        public void update(String task, long done, long total, String detail) {
            shown.add(task + " " + done + "/" + total + ", " + detail);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };
    private final WorkerProgress progress = new WorkerProgress("teacher", display, clock::get);

    @AfterEach
    void close() {
        progress.close();
    }

    @Test
    void aWorkerThatStartsHasNoTotal() {
        progress.start();

        assertThat(shown).containsExactly("teacher 0/-1, starting");
    }

    @Test
    void epochsCountTogetherAndTheTimeLeftFollowsFromTheRate() {
        progress.show(new Event.Progress("train", 2, 3, 500, 1000, 0.25, 0.9, 10));
        progress.show(new Event.Progress("train", 3, 3, 900, 1000, 0.2, 0.95, 20));

        assertThat(shown)
                .containsExactly(
                        "teacher 1500/3000, epoch 2/3, accuracy 90.0%, 2 min 30 s left, loss 0.250, 10 images/s",
                        "teacher 2900/3000, epoch 3/3, accuracy 95.0%, 5 s left, loss 0.200, 20 images/s");
    }

    @Test
    void evaluationsAreShownAndCountInTheTimeLeftOnceTheirRateIsKnown() {
        progress.show(new Event.Progress("train", 2, 3, 1000, 1000, 0.25, 0.9, 10));
        // 1000 images to train, then to evaluate: 50 of these, 200 after the next epoch, and the 1000 at the end.
        progress.show(new Event.Progress("evaluate", 2, 3, 150, 200, Double.NaN, 0.5, 50));
        // 900 images to train; to evaluate, 200 after this epoch, and the 1000.
        progress.show(new Event.Progress("train", 3, 3, 100, 1000, 0.2, 0.95, 10));

        assertThat(shown)
                .containsExactly(
                        "teacher 2000/3000, epoch 2/3, accuracy 90.0%, 1 min 40 s left, loss 0.250, 10 images/s",
                        "teacher 2000/3000, epoch 2/3, accuracy 50.0% on 150 of 200 test images, 2 min 5 s left, 50 images/s",
                        "teacher 2100/3000, epoch 3/3, accuracy 95.0%, 1 min 54 s left, loss 0.200, 10 images/s");
    }

    @Test
    void theTaskIsNotOverBeforeTheWorkerIs() {
        progress.show(new Event.Progress("train", 1, 1, 1000, 1000, 0.25, 0.9, 10));
        progress.show(new Event.Progress("evaluate-examples", 1, 1, 500, 1000, Double.NaN, 0.5, 50));
        progress.finish();

        assertThat(shown)
                .containsExactly(
                        "teacher 999/1000, epoch 1/1, accuracy 90.0%, 0 s left, loss 0.250, 10 images/s",
                        "teacher 999/1000, epoch 1/1, accuracy 50.0% on 500 of 1000 training images, 10 s left, 50 images/s",
                        "teacher 1000/1000, done");
    }

    @Test
    void aTrainingThatGoesOnWithAnEvaluationKnowsNeitherTotalNorTimeLeft() {
        progress.show(new Event.Progress("evaluate", 2, 3, 150, 200, Double.NaN, 0.5, 50));

        assertThat(shown)
                .containsExactly("teacher 0/-1, epoch 2/3, accuracy 50.0% on 150 of 200 test images, 50 images/s");
    }

    @Test
    void labellingHasNoEpochs() {
        progress.show(new Event.Progress("label", 0, 0, 250, 1000, Double.NaN, 0.1, 500));
        progress.finish();

        assertThat(shown).containsExactly("teacher 250/1000, 2 s left, 500 images/s", "teacher 1000/1000, done");
    }

    @Test
    void modelsSideBySideAreCountedByThemselvesOrByTheirEpochs() {
        progress.show(new Event.Progress("models", 0, 0, 25, 100, Double.NaN, 0, 0.5));
        progress.show(new Event.Progress("epochs", 0, 0, 30, 100, Double.NaN, 0, 7));

        assertThat(shown)
                .containsExactly(
                        "teacher 25/100, 2 min 30 s left, 0.5 models/s", "teacher 30/100, 10 s left, 7.0 epochs/s");
    }

    @Test
    void withoutARateNothingIsSaidOfTheTimeLeft() {
        progress.show(new Event.Progress("label", 0, 0, 0, 1000, Double.NaN, 0, 0));

        assertThat(shown).containsExactly("teacher 0/1000, 0 images/s");
    }

    @Test
    void whatIsKnownIsShownAgainWhenNothingNewComes() {
        progress.start();
        pass(19);
        progress.breakSilence();
        pass(21);
        progress.breakSilence();
        progress.show(new Event.Progress("label", 0, 0, 250, 1000, Double.NaN, 0.1, 500));
        pass(20);
        progress.breakSilence();

        assertThat(shown)
                .containsExactly(
                        "teacher 0/-1, starting",
                        "teacher 0/-1, starting (40 s ago)",
                        "teacher 250/1000, 2 s left, 500 images/s",
                        "teacher 250/1000, 2 s left, 500 images/s (20 s ago)");
    }

    @Test
    void nothingIsShownAfterTheEnd() {
        progress.show(new Event.Progress("label", 0, 0, 250, 1000, Double.NaN, 0.1, 500));
        progress.finish();
        pass(60);
        progress.breakSilence();

        assertThat(shown).containsExactly("teacher 250/1000, 2 s left, 500 images/s", "teacher 1000/1000, done");
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
