package io.github.distillmaven.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.worker.Event;

/**
 * Shows all passes of a worker as one task: the examples of its epochs count, and evaluations are told of. What is known is shown
 * again when nothing new comes for a while, so that nobody takes long work for dead.
 */
public final class WorkerProgress implements AutoCloseable {

    static final String TRAIN = "train";
    static final String EVALUATE = "evaluate";
    private static final String EVALUATE_EXAMPLES = "evaluate-examples";

    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final String task;
    private final ProgressDisplay display;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(WorkerProgress::daemon);
    private final TimeLeft timeLeft = new TimeLeft();
    private long done;
    private long total = -1;
    private String detail = "";
    private long lastNews;

    /**
     * @param task names the work, such as {@code teacher}
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public WorkerProgress(String task, ProgressDisplay display, LongSupplier nanoTime) {
        this.task = task;
        this.display = display;
        this.nanoTime = nanoTime;
    }

    /** The worker is about to be started. */
    public synchronized void start() {
        display("starting");
        watch.scheduleWithFixedDelay(this::breakSilence, SILENCE.toSeconds(), SILENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker-progress");
        thread.setDaemon(true);
        return thread;
    }

    /** To be called from time to time: shows what is known once more if nothing new came. */
    synchronized void breakSilence() {
        Duration silent = Duration.ofNanos(nanoTime.getAsLong() - lastNews);
        if (!watch.isShutdown() && silent.compareTo(SILENCE) >= 0) {
            update("%s (%s s ago)".formatted(detail, silent.toSeconds()));
        }
    }

    /** What matters most stands first: a narrow terminal shows the beginning. */
    public synchronized void show(Event.Progress progress) {
        String pass = switch (progress.phase()) {
            case EVALUATE -> evaluation(progress, "test");
            case EVALUATE_EXAMPLES -> evaluation(progress, "training");
            default -> {
                long epochsBefore = Math.max(1, progress.epoch()) - 1L;
                done = epochsBefore * progress.total() + progress.done();
                total = Math.max(1, progress.epochs()) * progress.total();
                yield pass(progress);
            }
        };
        String rate = switch (progress.phase()) {
            case "models", "epochs" ->
                String.format(Locale.ROOT, "%.1f %s/s", progress.examplesPerSecond(), progress.phase());
            default -> String.format(Locale.ROOT, "%.0f images/s", progress.examplesPerSecond());
        };
        display(Stream.of(pass, left(timeLeft.after(progress)), loss(progress), rate)
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    /** The worker finished: the last examples went by without an event. */
    public synchronized void finish() {
        if (total > 0) {
            display.update(task, total, total, "done");
        }
        close();
    }

    /** Nothing is shown after this. */
    @Override
    public synchronized void close() {
        watch.shutdownNow();
    }

    private void display(String news) {
        detail = news;
        lastNews = nanoTime.getAsLong();
        update(news);
    }

    private void update(String text) {
        // Evaluations come after the last example; but what is complete is over for a display.
        display.update(task, total < 0 ? done : Math.min(done, total - 1), total, text);
    }

    private static String pass(Event.Progress progress) {
        return progress.epochs() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "epoch %d/%d, accuracy %.1f%%",
                        progress.epoch(),
                        progress.epochs(),
                        100 * progress.accuracy());
    }

    private static String loss(Event.Progress progress) {
        return Double.isNaN(progress.loss()) ? "" : String.format(Locale.ROOT, "loss %.3f", progress.loss());
    }

    private static String evaluation(Event.Progress progress, String images) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d, accuracy %.1f%% on %d of %d %s images",
                progress.epoch(),
                progress.epochs(),
                100 * progress.accuracy(),
                progress.done(),
                progress.total(),
                images);
    }

    private static String left(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "";
        }
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s left" : whole / 60 + " min " + whole % 60 + " s left";
    }
}
