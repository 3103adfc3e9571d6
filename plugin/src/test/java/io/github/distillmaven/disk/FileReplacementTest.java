package io.github.distillmaven.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The replacement of a file")
class FileReplacementTest {

    @TempDir
    private Path folder;

    private Path place;
    private Path unfinished;

    @BeforeEach
    void formerContent() throws IOException {
        place = folder.resolve("file");
        unfinished = folder.resolve("file.part");
        Files.writeString(place, "former");
    }

    @Test
    void standsInItsPlaceWhenItIsPublishedAndNotBefore() throws IOException {
        try (FileReplacement replacement = new FileReplacement(place, unfinished)) {
            replacement.write(bytes("new"));
            replacement.sync();
            assertThat(place).hasContent("former");
            replacement.publish();
        }

        assertThat(place).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void leavesTheFormerContentAloneWhereItIsNotPublished() throws IOException {
        try (FileReplacement replacement = new FileReplacement(place, unfinished)) {
            replacement.write(bytes("new"));
        }

        assertThat(place).hasContent("former");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void doesNotGoOnWithWhatAKilledWriterLeft() throws IOException {
        Files.writeString(unfinished, "much more than the new content");

        try (FileReplacement replacement = new FileReplacement(place, unfinished)) {
            replacement.write(bytes("new"));
            replacement.publish();
        }

        assertThat(place).hasContent("new");
    }

    @Test
    void isMadeWhereFilesCannotBeRenamedInOneStep() throws IOException {
        Rename none = (source, target) -> {
            throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), "a network drive");
        };

        try (FileReplacement replacement = new FileReplacement(place, unfinished, none)) {
            replacement.write(bytes("new"));
            replacement.publish();
        }

        assertThat(place).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void leavesNothingWhereItCannotBePublished() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();

        assertThatThrownBy(() -> {
                    try (FileReplacement replacement = new FileReplacement(taken, unfinished)) {
                        replacement.publish();
                    }
                })
                .isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("file", "taken");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
