package io.github.distillmaven.pipeline;

import java.util.Locale;

import io.github.distillmaven.worker.Event;

/** Shows all epochs of a worker as one task. Its evaluations in between are short and not shown. */
final class WorkerProgress {

    private static final String EVALUATE = "evaluate";
    private static final String SEEDS = "seeds";

    private final String task;
    private final ProgressDisplay display;
    private long total;

    /** @param task names the work, such as {@code teacher} */
    WorkerProgress(String task, ProgressDisplay display) {
        this.task = task;
        this.display = display;
    }

    void show(Event.Progress progress) {
        if (progress.phase().equals(EVALUATE)) {
            return;
        }
        int epochs = Math.max(1, progress.epochs());
        int before = Math.max(1, progress.epoch()) - 1;
        long done = before * progress.total() + progress.done();
        total = epochs * progress.total();
        display.update(task, done, total, detail(progress) + left((total - done) / progress.examplesPerSecond()));
    }

    /** The worker finished: the last examples went by without an event. */
    void finish() {
        if (total > 0) {
            display.update(task, total, total, "done");
        }
    }

    private static String detail(Event.Progress progress) {
        String rate = progress.phase().equals(SEEDS)
                ? String.format(Locale.ROOT, "%.1f seeds/s", progress.examplesPerSecond())
                : String.format(Locale.ROOT, "%.0f images/s", progress.examplesPerSecond());
        return progress.epochs() == 0
                ? rate
                : String.format(
                        Locale.ROOT,
                        "epoch %d/%d, loss %.3f, accuracy %.1f %%, %s",
                        progress.epoch(),
                        progress.epochs(),
                        progress.loss(),
                        100 * progress.accuracy(),
                        rate);
    }

    private static String left(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "";
        }
        long whole = Math.round(seconds);
        return whole < 60 ? ", " + whole + " s left" : ", " + whole / 60 + " min " + whole % 60 + " s left";
    }
}
