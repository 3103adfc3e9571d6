package io.github.distillmaven.progress;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A task on a line of a terminal")
class ProgressLineTest {

    private static final String DETAILS =
            "epoch 12/50, accuracy 95.1% on 9500 of 10000 test images, 10 min 12 s left, loss 0.123, 12345 images/s";

    @Test
    void showsEverythingOnAWideTerminal() {
        assertThat(render(37, 100, DETAILS, 14 + 32 + DETAILS.length()))
                .isEqualTo("teacher  37% │" + bar("█".repeat(11), 30) + DETAILS);
    }

    @Test
    void dropsWhatMattersLeastWhereItIsNarrowAndKeepsItsBar() {
        assertThat(render(37, 100, DETAILS, 110))
                .isEqualTo("teacher  37% │" + bar("███████▍", 20)
                        + "epoch 12/50, accuracy 95.1% on 9500 of 10000 test images, 10 min 12 s left");
    }

    @Test
    void hasBlanksWhereALongerLineStoodBefore() {
        assertThat(render(100, 100, "done", 80))
                .isEqualTo("teacher 100% │" + bar("█".repeat(30), 30) + "done" + " ".repeat(80 - 14 - 32 - 4));
        assertThat(render(0, -1, "starting", 80)).isEqualTo("teacher starting" + " ".repeat(64));
    }

    @Test
    void isNeverLongerThanTheTerminal() {
        for (int width = 1; width < 200; width++) {
            assertThat(render(37, 100, DETAILS, width)).hasSize(width);
            assertThat(render(37, -1, DETAILS, width)).hasSize(width);
        }
    }

    private static String bar(String full, int width) {
        return full + " ".repeat(width - full.length()) + "│ ";
    }

    /** The last line of a bar, which draws from a thread of its own as well: one line at a time, each from the state as it is then. */
    private static String render(long done, long total, String details, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicReference<String> last = new AtomicReference<>("");
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("teacher")
                .setInitialMax(total)
                .setConsumer(new ConsoleProgressBarConsumer(new PrintStream(out, true, StandardCharsets.UTF_8), width))
                .setRenderer((state, length) -> {
                    synchronized (last) {
                        last.set(new ProgressLine().render(state, width));
                        return last.get();
                    }
                });
        try (ProgressBar bar = builder.build()) {
            bar.stepTo(done);
            bar.setExtraMessage(details);
            bar.refresh();
        }
        return last.get();
    }
}
