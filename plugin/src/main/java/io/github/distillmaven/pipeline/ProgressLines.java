package io.github.distillmaven.pipeline;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Progress for logs without a terminal: one plain line at most every ten seconds. */
public final class ProgressLines implements ProgressDisplay {

    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private long last;

    /**
     * @param log receives the lines
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public ProgressLines(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    @Override
    public synchronized void update(String task, long done, long total, String detail) {
        long now = nanoTime.getAsLong();
        if (now - last >= INTERVAL) {
            last = now;
            String share = total > 0 ? " " + 100 * done / total + " %" : "";
            log.accept(task + share + (detail.isEmpty() ? "" : ", " + detail));
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
