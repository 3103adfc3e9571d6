package io.github.distillmaven.http;

import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How a request gets on, told by the thread that moves its bytes, judged by the thread that waits for it. A socket's timeout
 * alone would let a server send one byte in a while for ever, and lets a write wait without end.
 */
public final class Pace {

    /** What a server should reach. What a request takes longer than that is lost. */
    private static final long GOOD_BYTES_PER_SECOND = 1_000_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Duration window;
    private final long bytesPerSecond;
    private final Duration patience;
    private final long start = System.nanoTime();
    private long windowStart = start;
    private long lastMove = start;
    private long bytesOfWindow;
    private long bytes;
    private boolean stopped;

    /**
     * Begins with the request.
     *
     * @param window time in which something must move, above 0
     * @param bytesPerSecond fewest bytes, on the average of every window
     * @param patience most time that may be lost on the whole
     */
    public Pace(Duration window, long bytesPerSecond, Duration patience) {
        this.window = window;
        this.bytesPerSecond = bytesPerSecond;
        this.patience = patience;
    }

    /**
     * Counts bytes that came or went.
     *
     * @throws InterruptedIOException if nobody waits for the request any more
     */
    public synchronized void moved(int count) throws InterruptedIOException {
        if (stopped) {
            throw new InterruptedIOException("broken off");
        }
        bytes += count;
        bytesOfWindow += count;
        if (count > 0) {
            lastMove = System.nanoTime();
        }
    }

    /** Bytes that came and went so far. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Time beyond what a megabyte a second would have taken. */
    public synchronized Duration lost() {
        long good = bytes / GOOD_BYTES_PER_SECOND * NANOS_PER_SECOND
                + bytes % GOOD_BYTES_PER_SECOND * (NANOS_PER_SECOND / GOOD_BYTES_PER_SECOND);
        return Duration.ofNanos(Math.max(0, System.nanoTime() - start - good));
    }

    /** What came and went so far, such as {@code 12.3 MB in 40 s}. */
    public synchronized String soFar() {
        return "%s MB in %s s"
                .formatted(
                        BigDecimal.valueOf(bytes / 100_000, 1),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    /**
     * What is wrong, in words without a full stop: nothing moved for one window, too little in a whole one, or too much time
     * is lost.
     */
    synchronized Optional<String> complaint() {
        long now = System.nanoTime();
        if (now - lastMove > window.toNanos()) {
            return Optional.of(stalled(window));
        }
        if (lost().compareTo(patience) > 0) {
            return Optional.of("it is too slow, with " + soFar());
        }
        if (now - windowStart <= window.toNanos()) {
            return Optional.empty();
        }
        long fewest = bytesPerSecond * window.toMillis() / 1000;
        if (bytesOfWindow < fewest) {
            return Optional.of("it is too slow, with fewer than %s bytes in %s s".formatted(fewest, seconds(window)));
        }
        windowStart = now;
        bytesOfWindow = 0;
        return Optional.empty();
    }

    /** Says that nothing moved for so long, in words without a full stop. */
    static String stalled(Duration time) {
        return "nothing came or went for %s s".formatted(seconds(time));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Ends the request at its next bytes. */
    synchronized void stop() {
        stopped = true;
    }
}
