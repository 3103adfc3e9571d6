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

    private static final Path WHOLE = Path.of("target/distill/x/summary.md");
    private static final String NOTE =
            "\n**Shortened:** GitHub shows at most 1 MB of one step. All of this is in `target/distill/x/summary.md`.\n";

    @TempDir
    Path folder;

    @Test
    void keepsWhatOthersWrote() throws Exception {
        Path file = Files.writeString(folder.resolve("summary"), "# Build");

        new JobSummary(file.toString()).append("# Experiment\n", WHOLE);

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
                    new JobSummary(file.toString()).append(text, WHOLE);
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
    void isShortenedToWholeLinesWhereItIsLongerThanGitHubShows() throws Exception {
        Path file = Files.createFile(folder.resolve("summary"));

        boolean complete = new JobSummary(file.toString()).append("# Line ü\n".repeat(200_000), WHOLE);

        assertThat(complete).isFalse();
        assertThat(Files.size(file)).isLessThanOrEqualTo(JobSummary.LIMIT).isGreaterThan(1_000_000);
        assertThat(Files.readString(file)).startsWith("\n# Line ü\n").endsWith("# Line ü\n" + NOTE);
    }

    @Test
    void isShortenedWhereOthersLeftLittleRoom() throws Exception {
        Path file = Files.writeString(folder.resolve("summary"), "o".repeat(1_000_000));

        boolean first = new JobSummary(file.toString()).append("x\n".repeat(30_000), WHOLE);
        boolean second = new JobSummary(file.toString()).append("y\n".repeat(30_000), WHOLE);

        assertThat(first).isFalse();
        assertThat(second).isFalse();
        assertThat(Files.size(file)).isLessThanOrEqualTo(JobSummary.LIMIT);
        assertThat(Files.readString(file)).startsWith("ooo").contains("o\nx\n").endsWith(NOTE + "\n" + NOTE);
    }

    @Test
    void isLeftAloneWhereThereIsNoRoomAtAll() throws Exception {
        Path file = Files.writeString(folder.resolve("summary"), "o".repeat(JobSummary.LIMIT));

        assertThat(new JobSummary(file.toString()).append("text", WHOLE)).isFalse();

        assertThat(Files.size(file)).isEqualTo(JobSummary.LIMIT);
    }

    @Test
    void isNotCutWithinABlockOfCode() {
        assertThat(Excerpt.of("a\n```sh\nmvn\n```\nb\n", 12)).isEqualTo("a\n");
        assertThat(Excerpt.of("a\n```sh\nmvn\n```\nb\n", 16)).isEqualTo("a\n```sh\nmvn\n```\n");
        assertThat(Excerpt.of("a\n", -5)).isEmpty();
    }

    @Test
    void isNoFolder() {
        assertThatIOException()
                .isThrownBy(() -> new JobSummary(folder.toString()).append("text", WHOLE))
                .withMessage(folder + " is not a regular file");
    }

    @Test
    void isNotMadeWhereThereIsNone() {
        Path file = folder.resolve("summary");

        assertThatThrownBy(() -> new JobSummary(file.toString()).append("text", WHOLE))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void takesNoNameThatIsNoPath() {
        assertThatIOException().isThrownBy(() -> new JobSummary("a\0b").append("text", WHOLE));
    }
}
