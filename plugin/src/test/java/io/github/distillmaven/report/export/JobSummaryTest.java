package io.github.distillmaven.report.export;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The summary of a job")
class JobSummaryTest {

    private static final int WRITERS = 8;

    @TempDir
    Path folder;

    @Test
    void keepsWhatOthersWrote() throws Exception {
        Path file = Files.writeString(folder.resolve("summary"), "# Build");

        new JobSummary(file.toString()).append("# Experiment\n");

        assertThat(file).hasContent("# Build\n# Experiment\n");
    }

    @Test
    void keepsEveryTextInOnePieceWhenSeveralModulesWrite() throws Exception {
        Path file = Files.createFile(folder.resolve("summary"));
        List<String> texts = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Integer.toString(writer).repeat(100_000) + "\n")
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Object>> writers = new ArrayList<>();
            for (String text : texts) {
                writers.add(() -> {
                    new JobSummary(file.toString()).append(text);
                    return text;
                });
            }
            for (Future<Object> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdown();
        }

        String content = Files.readString(file);
        assertThat(content)
                .hasSize(texts.stream().mapToInt(text -> text.length() + 1).sum());
        assertThat(texts)
                .allSatisfy(text -> assertThat(content.contains("\n" + text)).isTrue());
    }

    @Test
    void isNotMadeWhereThereIsNone() {
        Path file = folder.resolve("summary");

        assertThatThrownBy(() -> new JobSummary(file.toString()).append("text"))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void takesNoNameThatIsNoPath() {
        assertThatIOException().isThrownBy(() -> new JobSummary("a\0b").append("text"));
    }
}
