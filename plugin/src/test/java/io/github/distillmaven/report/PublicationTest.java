package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

@DisplayName("Publication")
class PublicationTest {

    private static final String ADVICE = ". Make the folder writable, and see that no other program uses it.";

    @TempDir
    Path root;

    private final Publication publication = new Publication();

    @Test
    void replacesFilesOfTheSameNamesAlone() throws Exception {
        Files.writeString(root.resolve("a"), "old");
        Files.writeString(root.resolve("b"), "other");

        publication.replaceFiles(root, folder -> Files.writeString(folder.resolve("a"), "new"));

        assertThat(root.resolve("a")).hasContent("new");
        assertThat(root.resolve("b")).hasContent("other");
        assertThat(root).isDirectoryNotContaining("glob:**/.report-*");
    }

    @Test
    void leavesEverythingAsItWasWhereTheWriterFails() throws Exception {
        Files.writeString(root.resolve("a"), "old");

        assertThatIOException()
                .isThrownBy(() -> publication.replaceFiles(root, folder -> {
                    Files.writeString(folder.resolve("a"), "new");
                    throw new IOException("No space left on device");
                }))
                .withMessage("No space left on device");

        assertThat(root.resolve("a")).hasContent("old");
        assertThat(root).isDirectoryNotContaining("glob:**/.report-*");
    }

    @Test
    void clearsWhatAKilledBuildLeft() throws Exception {
        Path left = Files.createDirectories(root.resolve(".report-123/content")).getParent();
        Files.createFile(left.resolve("lock"));
        Path beforeItsLock = Files.createDirectory(root.resolve(".report-456"));
        Files.setLastModifiedTime(beforeItsLock, FileTime.from(Instant.now().minusSeconds(120)));

        publication.replaceFiles(root, folder -> Files.writeString(folder.resolve("a"), "new"));

        assertThat(root).isDirectoryNotContaining("glob:**/.report-*");
    }

    @Test
    void leavesTheDraftOfAnotherPublicationInTheSameFolderAlone() throws Exception {
        publication.replaceFiles(root, outer -> {
            Files.writeString(outer.resolve("a"), "outer");
            publication.replaceFiles(root, inner -> Files.writeString(inner.resolve("b"), "inner"));
        });

        assertThat(root.resolve("a")).hasContent("outer");
        assertThat(root.resolve("b")).hasContent("inner");
    }

    @Test
    void namesTheFolderThatIsNoFolder() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "text", StandardCharsets.UTF_8);

        assertThatIOException()
                .isThrownBy(() -> publication.replaceFiles(file, folder -> {}))
                .withMessage("the folder " + file + " cannot be written to: it is not a folder" + ADVICE);
        assertThat(file).hasContent("text");
    }

    @Test
    void namesTheFolderThatIsNotThere() {
        Path missing = root.resolve("missing");

        assertThatIOException()
                .isThrownBy(() -> publication.replaceFolder(missing.resolve("report"), folder -> {}))
                .withMessage("the folder " + missing + " cannot be written to: it does not exist" + ADVICE);
        assertThat(missing).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void namesTheFolderThatIsNotOurs() throws Exception {
        Path closed = Files.createDirectory(root.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeFalse(Files.isWritable(closed), "root may write everywhere");

        assertThatIOException()
                .isThrownBy(() -> publication.replaceFiles(closed, folder -> {}))
                .withMessage("the folder " + closed + " cannot be written to: access denied" + ADVICE);
    }

    @Test
    void namesTheFileThatCannotBeReplaced() throws Exception {
        Path occupied = root.resolve("results.json");
        Files.createDirectories(occupied.resolve("a/b"));

        assertThatIOException()
                .isThrownBy(() -> publication.replaceFiles(
                        root, folder -> Files.writeString(folder.resolve("results.json"), "{}")))
                .withMessage(occupied + " cannot be replaced: it is a folder" + ADVICE);
        assertThat(occupied).isDirectory();
        assertThat(root).isDirectoryNotContaining("glob:**/.report-*");
    }
}
