package io.github.distillmaven.remote;

import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a request gets on, told by the thread that moves its bytes, judged by the thread that waits for it. A socket's timeout
 * alone would let a server send one byte in a while for ever, and lets a write wait without end.
 */
final class Pace {

    private final RemoteLimits limits;
    private long windowStart = System.nanoTime();
    private long lastMove = windowStart;
    private long bytes;
    private boolean stopped;

    Pace(RemoteLimits limits) {
        this.limits = limits;
    }

    /**
     * Counts bytes that came or went.
     *
     * @throws InterruptedIOException if nobody waits for the request any more
     */
    synchronized void moved(int count) throws InterruptedIOException {
        if (stopped) {
            throw new InterruptedIOException("broken off");
        }
        bytes += count;
        if (count > 0) {
            lastMove = System.nanoTime();
        }
    }

    /** What is wrong, in words without a full stop: nothing moved for one window, or too little in a whole one. */
    synchronized Optional<String> complaint() {
        long now = System.nanoTime();
        if (now - lastMove > limits.window().toNanos()) {
            return Optional.of("nothing came or went for %s s".formatted(seconds()));
        }
        if (now - windowStart <= limits.window().toNanos()) {
            return Optional.empty();
        }
        long fewest = limits.bytesPerSecond() * limits.window().toMillis() / 1000;
        if (bytes < fewest) {
            return Optional.of("it is too slow, with fewer than %s bytes in %s s".formatted(fewest, seconds()));
        }
        windowStart = now;
        bytes = 0;
        return Optional.empty();
    }

    private String seconds() {
        return BigDecimal.valueOf(limits.window().toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Ends the request at its next bytes. */
    synchronized void stop() {
        stopped = true;
    }
}
