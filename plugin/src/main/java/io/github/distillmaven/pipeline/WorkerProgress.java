package io.github.distillmaven.pipeline;

import java.util.Locale;

import io.github.distillmaven.worker.Event;

/** Shows all passes of a worker as one task: the examples of its epochs count, and evaluations are told of. */
final class WorkerProgress {

    static final String TRAIN = "train";
    static final String EVALUATE = "evaluate";
    private static final String EVALUATE_EXAMPLES = "evaluate-examples";

    private final String task;
    private final ProgressDisplay display;
    private final TimeLeft timeLeft = new TimeLeft();
    private long done;
    private long total = -1;

    /** @param task names the work, such as {@code teacher} */
    WorkerProgress(String task, ProgressDisplay display) {
        this.task = task;
        this.display = display;
    }

    /** The worker is about to be started. */
    void start() {
        display.update(task, 0, total, "starting");
    }

    void show(Event.Progress progress) {
        String detail = switch (progress.phase()) {
            case EVALUATE -> evaluation(progress, "test");
            case EVALUATE_EXAMPLES -> evaluation(progress, "training");
            default -> {
                long epochsBefore = Math.max(1, progress.epoch()) - 1L;
                done = epochsBefore * progress.total() + progress.done();
                total = Math.max(1, progress.epochs()) * progress.total();
                yield pass(progress);
            }
        };
        String rate = String.format(Locale.ROOT, "%.0f images/s", progress.examplesPerSecond());
        // Evaluations come after the last example; but what is complete is over for a display.
        long shown = total < 0 ? done : Math.min(done, total - 1);
        display.update(task, shown, total, detail + rate + left(timeLeft.after(progress)));
    }

    /** The worker finished: the last examples went by without an event. */
    void finish() {
        if (total > 0) {
            display.update(task, total, total, "done");
        }
    }

    private static String pass(Event.Progress progress) {
        return progress.epochs() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "epoch %d/%d, loss %.3f, accuracy %.1f %%, ",
                        progress.epoch(),
                        progress.epochs(),
                        progress.loss(),
                        100 * progress.accuracy());
    }

    private static String evaluation(Event.Progress progress, String images) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d, evaluated %d of %d %s images, accuracy %.1f %%, ",
                progress.epoch(),
                progress.epochs(),
                progress.done(),
                progress.total(),
                images,
                100 * progress.accuracy());
    }

    private static String left(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "";
        }
        long whole = Math.round(seconds);
        return whole < 60 ? ", " + whole + " s left" : ", " + whole / 60 + " min " + whole % 60 + " s left";
    }
}
