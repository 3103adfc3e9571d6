package io.github.distillmaven.progress;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Progress for logs without a terminal: a plain line every ten seconds in the first minute, then one a minute. */
public final class ProgressLines implements ProgressDisplay {

    private static final Duration SHORT_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LONG_INTERVAL = Duration.ofMinutes(1);

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final long start;
    private long last;

    /**
     * @param log receives the lines
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public ProgressLines(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.last = start;
    }

    @Override
    public synchronized void update(String task, long done, long total, String detail) {
        long now = nanoTime.getAsLong();
        Duration interval = last - start < LONG_INTERVAL.toNanos() ? SHORT_INTERVAL : LONG_INTERVAL;
        if (now - last >= interval.toNanos()) {
            last = now;
            String share = total > 0 ? " " + 100 * done / total + "%" : "";
            log.accept(task + share + (detail.isEmpty() ? "" : ", " + detail));
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
