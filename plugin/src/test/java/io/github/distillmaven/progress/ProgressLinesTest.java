package io.github.distillmaven.progress;

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
    void aLineComesEveryTenSecondsInTheFirstMinuteAndThenOnceAMinute() {
        for (int second = 1; second <= 200; second++) {
            clock.set(Duration.ofSeconds(second).toNanos());
            progress.update("teacher", second, 200, "second " + second);
        }

        assertThat(lines)
                .containsExactly(
                        "teacher 5%, second 10",
                        "teacher 10%, second 20",
                        "teacher 15%, second 30",
                        "teacher 20%, second 40",
                        "teacher 25%, second 50",
                        "teacher 30%, second 60",
                        "teacher 60%, second 120",
                        "teacher 90%, second 180");
    }

    @Test
    void anUnknownTotalHasNoShare() {
        clock.set(Duration.ofSeconds(10).toNanos());

        progress.update("fetch", 3, -1, "");

        assertThat(lines).containsExactly("fetch");
    }
}
