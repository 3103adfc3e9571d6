package io.github.distillmaven.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Progress in a log")
class ProgressLinesTest {

    private final List<String> lines = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final ProgressLines progress = new ProgressLines(lines::add, clock::get);

    @Test
    void aLineComesAtMostEveryTenSeconds() {
        for (int second = 1; second <= 25; second++) {
            clock.set(Duration.ofSeconds(second).toNanos());
            progress.update("teacher", second, 50, "loss 0.1");
        }

        assertThat(lines).containsExactly("teacher 20 %, loss 0.1", "teacher 40 %, loss 0.1");
    }

    @Test
    void anUnknownTotalHasNoShare() {
        clock.set(Duration.ofSeconds(10).toNanos());

        progress.update("fetch", 3, -1, "");

        assertThat(lines).containsExactly("fetch");
    }
}
