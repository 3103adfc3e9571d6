package io.github.distillmaven.pipeline;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress for logs without a terminal: one plain line at most every ten seconds and at least every minute, so that nobody
 * takes long work for dead.
 */
public final class ProgressLines implements ProgressDisplay {

    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_SILENCE = Duration.ofSeconds(55).toNanos();
    private static final long SECONDS_BETWEEN_LOOKS = 5;

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(ProgressLines::daemon);
    private long lastLine;
    private long lastNews;
    private String text;

    /**
     * @param log receives the lines, from any thread
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public ProgressLines(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
        watch.scheduleWithFixedDelay(
                this::breakSilence, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress-lines");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void update(String task, long done, long total, String detail) {
        lastNews = nanoTime.getAsLong();
        String share = total > 0 ? " " + 100 * done / total + " %" : "";
        text = task + share + (detail.isEmpty() ? "" : ", " + detail);
        if (lastNews - lastLine >= INTERVAL) {
            lastLine = lastNews;
            log.accept(text);
        }
    }

    /** Says again what is known, if no line came for almost a minute. */
    synchronized void breakSilence() {
        long now = nanoTime.getAsLong();
        if (text != null && now - lastLine >= LONGEST_SILENCE) {
            lastLine = now;
            log.accept("%s (%d s ago)"
                    .formatted(text, Duration.ofNanos(now - lastNews).toSeconds()));
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
