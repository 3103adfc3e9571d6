package io.github.distillmaven.cluster.start;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The folder of an executor, or of an open cluster")
class ExecutorFolderTest {

    @TempDir
    private Path parent;

    @Test
    @DisplayName("goes with its JVM, or if that was killed when the next one comes")
    void goesWithItsJvm() throws Exception {
        Path left = Files.createDirectories(parent.resolve("spark-left/files"));
        Files.writeString(left.resolveSibling("lock"), "");
        Path log = Files.writeString(parent.resolve("spark-log"), "");
        Path other = Files.createDirectories(parent.resolve("teacher"));

        Path first = ExecutorFolder.create(parent, "spark-");
        Path second = ExecutorFolder.create(parent, "spark-");

        assertThat(left).doesNotExist();
        assertThat(parent).isDirectoryContaining(first::equals).isDirectoryContaining(second::equals);
        ExecutorFolder.delete(first);
        assertThat(parent.toFile().listFiles())
                .containsExactlyInAnyOrder(log.toFile(), other.toFile(), second.toFile());
        ExecutorFolder.delete(second);
    }
}
