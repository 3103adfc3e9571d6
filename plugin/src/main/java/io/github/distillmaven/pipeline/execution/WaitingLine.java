package io.github.distillmaven.pipeline.execution;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import io.github.distillmaven.store.StoreLock;
import io.github.distillmaven.text.ForeignText;
import org.apache.maven.plugin.logging.Log;

/** Says whom a build waits for: at once, and then once a minute. Who holds a lock wrote that into a file, so it is foreign text. */
final class WaitingLine implements StoreLock.Waiting {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Log log;
    private final UnaryOperator<String> sentence;
    private long told;

    /**
     * @param nanoTime a clock such as {@link System#nanoTime}
     * @param sentence makes the line from who holds the lock
     */
    WaitingLine(LongSupplier nanoTime, Log log, UnaryOperator<String> sentence) {
        this.nanoTime = nanoTime;
        this.log = log;
        this.sentence = sentence;
        told = nanoTime.getAsLong() - PAUSE;
    }

    @Override
    public void heldBy(String holder) {
        long now = nanoTime.getAsLong();
        if (now - told >= PAUSE) {
            told = now;
            log.info(sentence.apply(holder.isEmpty() ? "another build" : ForeignText.line(holder)));
        }
    }
}
