package io.github.distillmaven.pipeline.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The line of a build that waits")
class WaitingLineTest {

    private final AtomicLong now = new AtomicLong();
    private final RecordingLog log = new RecordingLog();
    private final WaitingLine line = new WaitingLine(now::get, log, holder -> "waiting for " + holder);

    @Test
    void isSaidAtOnceAndThenOnceAMinute() {
        line.heldBy("a");
        line.heldBy("b");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        line.heldBy("");

        assertThat(log.lines()).containsExactly("info: waiting for a", "info: waiting for another build");
    }

    @Test
    void isOneLineWhateverTheHolderWrote() {
        line.heldBy("x\n::error::y");

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("info: waiting for x")
                .doesNotContain("\n");
    }
}
