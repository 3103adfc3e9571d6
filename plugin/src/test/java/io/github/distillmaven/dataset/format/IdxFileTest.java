package io.github.distillmaven.dataset.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdxFileTest {

    @TempDir
    Path folder;

    @Test
    void writesTheHeaderOfMnist() throws IOException {
        Path file = folder.resolve("images");

        new IdxFile(List.of(2, 1, 3), new byte[] {1, 2, 3, 4, 5, (byte) 255}).write(file);

        assertThat(Files.readAllBytes(file))
                .isEqualTo(HexFormat.of().parseHex("00000803" + "00000002" + "00000001" + "00000003" + "0102030405ff"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void readsWhatItWrote(int rank) throws IOException {
        Path file = folder.resolve("array");
        List<Integer> dimensions = List.of(6, 1, 1, 1).subList(0, rank);
        byte[] bytes = {0, 1, 2, (byte) 128, (byte) 254, (byte) 255};

        new IdxFile(dimensions, bytes).write(file);

        IdxFile read = IdxFile.read(file);
        assertThat(read.dimensions()).isEqualTo(dimensions);
        assertThat(read.bytes()).isEqualTo(bytes);
    }

    @Test
    void refusesAWebPage() throws IOException {
        Path file = Files.writeString(folder.resolve("images"), "<!DOCTYPE html><title>404</title>");

        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is not an IDX file of unsigned bytes: it begins with 0x3c21444f,"
                        + " expected 0x00000801 to 0x00000804");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Path file = write("00000803" + "00000002" + "00000001" + "00000003" + "01020304");

        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not hold what its header says: 4 bytes after the header, expected 2 x 1 x 3");
    }

    @Test
    void refusesAFileThatGoesOnAfterItsEnd() throws IOException {
        Path file = write("00000801" + "00000001" + "0102");

        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not hold what its header says: 2 bytes after the header, expected 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "00000803000000"})
    void refusesATruncatedHeader(String hex) throws IOException {
        Path file = write(hex);

        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("%s ends too early: it has %s bytes".formatted(file, hex.length() / 2));
    }

    @Test
    void setsNoMemoryAsideForAHeaderThatLies() throws IOException {
        // 2^31-1 images of 2^16 x 2^16: the product overflows 64 bits if nobody watches
        Path file = write("00000803" + "7fffffff" + "00010000" + "00010000" + "00");

        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not hold what its header says: 1 bytes after the header,"
                        + " expected 2147483647 x 65536 x 65536");
    }

    @Test
    void refusesNegativeDimensions() throws IOException {
        Path file = write("00000802" + "ffffffff" + "ffffffff" + "00");

        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not hold what its header says: 1 bytes after the header, expected -1 x -1");
    }

    @Test
    void refusesBytesThatAreNotTheArray() {
        assertThatThrownBy(() -> new IdxFile(List.of(2, 3), new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 bytes are not 2 x 3");
    }

    private Path write(String hex) throws IOException {
        return Files.write(folder.resolve("broken"), HexFormat.of().parseHex(hex));
    }
}
