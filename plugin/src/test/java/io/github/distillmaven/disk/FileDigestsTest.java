package io.github.distillmaven.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The digests that a build knows")
class FileDigestsTest {

    private static final FileTime THEN = FileTime.from(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private final FileDigests digests = new FileDigests();

    @Test
    void areThoseOfTheContent() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.bin"), "weights");

        assertThat(digests.of(file)).isEqualTo(Digests.ofText("weights"));
        assertThat(digests.of(file)).isEqualTo(Digests.ofText("weights"));
    }

    @Test
    void areReadAgainWhenTheFileWasWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.bin"), "weights");
        Files.setLastModifiedTime(file, THEN);
        digests.of(file);

        Files.writeString(file, "weighTs");

        assertThat(digests.of(file)).isEqualTo(Digests.ofText("weighTs"));
    }

    @Test
    void areReadAgainWhenAnotherFileTookThePlaceEvenOfTheSameSizeAndTime() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.bin"), "weights");
        Files.setLastModifiedTime(file, THEN);
        digests.of(file);

        Path other = Files.writeString(folder.resolve("other.bin"), "weighTs");
        Files.setLastModifiedTime(other, THEN);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(digests.of(file)).isEqualTo(Digests.ofText("weighTs"));
    }

    @Test
    void areNotThereForAFileThatIsGone() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.bin"), "weights");
        digests.of(file);
        Files.delete(file);

        assertThatThrownBy(() -> digests.of(file)).isInstanceOf(java.nio.file.NoSuchFileException.class);
    }
}
