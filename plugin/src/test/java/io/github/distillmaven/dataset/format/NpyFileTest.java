package io.github.distillmaven.dataset.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A file in NumPy's format")
class NpyFileTest {

    /** What NumPy 2.4.6 saves of {@code np.array([[1.5, -2, 3], [0, 1e-3, 7]], dtype='<f4')}. */
    private static final String FLOATS_OF_NUMPY =
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLC"
                    + "B9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMA/AAAA"
                    + "wAAAQEAAAAAAbxKDOgAA4EA=";

    /** And of {@code np.array([1, 70000], dtype='<i4')}. */
    private static final String INTS_OF_NUMPY =
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfS"
                    + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAcBEB"
                    + "AA==";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("of floats is what NumPy writes, byte by byte")
    void floatsAreThoseOfNumPy() throws IOException {
        byte[] expected = Base64.getDecoder().decode(FLOATS_OF_NUMPY);
        Path file = Files.write(folder.resolve("numpy.npy"), expected);

        NpyFile read = NpyFile.read(file);

        assertThat(read.type()).isEqualTo(NpyFile.Type.FLOAT32);
        assertThat(read.dimensions()).containsExactly(2, 3);
        assertThat(read.floats()).containsExactly(1.5f, -2, 3, 0, 1e-3f, 7);
        NpyFile.of(List.of(2, 3), read.floats()).write(folder.resolve("own.npy"));
        assertThat(folder.resolve("own.npy")).hasBinaryContent(expected);
    }

    @Test
    @DisplayName("of whole numbers is what NumPy writes, byte by byte")
    void intsAreThoseOfNumPy() throws IOException {
        byte[] expected = Base64.getDecoder().decode(INTS_OF_NUMPY);
        Path file = Files.write(folder.resolve("numpy.npy"), expected);

        NpyFile read = NpyFile.read(file);

        assertThat(read.dimensions()).containsExactly(2);
        assertThat(read.ints()).containsExactly(1, 70000);
        NpyFile.of(List.of(2), read.ints()).write(folder.resolve("own.npy"));
        assertThat(folder.resolve("own.npy")).hasBinaryContent(expected);
    }

    @Test
    @DisplayName("of bytes is read as it was written, of any rank")
    void bytesOfAnyRank() throws IOException {
        Path file = folder.resolve("bytes.npy");
        NpyFile.of(List.of(1, 2, 1, 1, 2), new byte[] {1, 2, 3, (byte) 255}).write(file);

        NpyFile read = NpyFile.read(file);

        assertThat(read.dimensions()).containsExactly(1, 2, 1, 1, 2);
        assertThat(read.bytes()).containsExactly(1, 2, 3, (byte) 255);
        assertThatThrownBy(read::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an array of uint8 is none of float32");
    }

    @Test
    @DisplayName("of other elements is refused")
    void refusesOtherElements() throws IOException {
        String expected = ", expected '<f4', '<i4' or '|u1'";

        assertRefused(header("'<f8'", "False", "(2,)"), " holds elements of the type '<f8'" + expected);
        assertRefused(header("'>f4'", "False", "(2,)"), " holds elements of the type '>f4'" + expected);
        assertRefused(header("'|O'", "False", "(2,)"), " holds elements of the type '|O'" + expected);
        assertRefused(
                header("[('a', '<f4'), ('b', '<i4')]", "False", "(2,)"),
                " holds elements of the type [('a', '<f4'), ('b', '<i4')]" + expected);
    }

    @Test
    @DisplayName("in another order, or with another header, is refused")
    void refusesOtherForms() throws IOException {
        assertRefused(header("'<f4'", "True", "(2, 2)"), " is in the order of Fortran, expected the order of C");
        assertRefused("{'shape': 3}", " has a header that NumPy does not write: {'shape': 3}");
        Path file =
                Files.write(folder.resolve("other.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, 0, 0});
        assertThatThrownBy(() -> NpyFile.read(file))
                .hasMessage(file + " is not an array in NumPy's format, version 1.0");
    }

    @Test
    @DisplayName("that does not hold what its header says is refused before memory is set aside")
    void refusesAnotherSize() throws IOException {
        assertRefused(
                header("'<f4'", "False", "(9999999999, 2)"),
                " holds an array of (9999999999, 2), which is more than fits into memory");
        assertRefused(
                header("'<f4'", "False", "(65536, 65536)"),
                " does not hold what its header says: 8 bytes after the header, expected 65536 x 65536 of float32");
        assertRefused(
                header("'<f4'", "False", "(3,)"),
                " does not hold what its header says: 8 bytes after the header, expected 3 of float32");
    }

    private void assertRefused(String header, String message) throws IOException {
        Path file = file(header);
        assertThatThrownBy(() -> NpyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + message);
    }

    private static String header(String type, String fortran, String shape) {
        return "{'descr': " + type + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
    }

    private Path file(String header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(NpyFile.MAGIC);
        bytes.write(header.length() + 1);
        bytes.write(0);
        bytes.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
        bytes.write(new byte[8]);
        return Files.write(folder.resolve("other.npy"), bytes.toByteArray());
    }
}
