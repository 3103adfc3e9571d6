package io.github.distillmaven.dataset.own;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.extension.data.ExampleShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Arrays of NumPy's")
class NumpyArraysTest {

    @TempDir
    private Path root;

    private Declared own;
    private Map<String, byte[]> arrays;

    @BeforeEach
    void four() {
        own = Declared.of(root.resolve("converted"), "npz");
        arrays = new LinkedHashMap<>();
        arrays.put("x_train", array("|u1", "(3, 1, 2)", bytes(0, 1, 2, 3, 4, 255)));
        arrays.put("y_train", array("<i8", "(3,)", longs(0, 1, 0)));
        arrays.put("x_test", array("|u1", "(2, 1, 2)", bytes(9, 8, 7, 6)));
        arrays.put("y_test", array("<i8", "(2,)", longs(1, 0)));
    }

    @Test
    @DisplayName("are read from an .npz, and from .npy files as the same")
    void areRead() throws Exception {
        DatasetSpec spec = own.convert(npz());

        assertThat(spec.shape()).isEqualTo(ExampleShape.of(1, 2, 1));
        assertThat(own.read(spec, Split.TRAIN).bytes()).containsExactly(0, 1, 2, 3, 4, (byte) 255);
        assertThat(own.read(spec, Split.TRAIN).labels()).containsExactly(0, 1, 0);
        assertThat(own.read(spec, Split.TEST).bytes()).containsExactly(9, 8, 7, 6);

        Path folder = Files.createDirectory(root.resolve("arrays"));
        for (Map.Entry<String, byte[]> each : arrays.entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".npy"), each.getValue());
        }
        assertThat(Declared.of(root.resolve("of-files"), "npz").convert(folder)).isEqualTo(spec);
    }

    @Test
    @DisplayName("may be of other types, with the highest byte first, of labels in a column, and under other names")
    void types() throws Exception {
        DatasetSpec spec = own.convert(npz());
        ByteBuffer floats = ByteBuffer.allocate(24);
        for (float level : new float[] {0, 1, 2, 3, 4, 255}) {
            floats.putFloat(level);
        }
        arrays.put("train", array(">f4", "(3, 1, 2, 1)", floats.array()));
        arrays.put("y_train", array("|u1", "(3, 1)", bytes(0, 1, 0)));
        arrays.remove("x_train");

        assertThat(Declared.of(root.resolve("floats"), "npz", "trainValues", "train")
                        .convert(npz()))
                .isEqualTo(spec);
    }

    @Test
    @DisplayName("may hold shares of 1, which the user has to say")
    void shares() throws Exception {
        ByteBuffer doubles = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        for (int level : new int[] {0, 1, 2, 3, 4, 255}) {
            doubles.putDouble(level / 255.0);
        }
        arrays.put("x_train", array("<f8", "(3, 1, 2)", doubles.array()));
        own.assertRefused(
                npz(),
                "Image 0 of 'x_train' holds 0.00392156862745098; pixels are whole numbers from 0 to 255. If the largest is 1, set <maximum> to 1.");
        arrays.remove("x_test");
        arrays.remove("y_test");
        arrays.put("y_train", array("<i8", "(3,)", longs(0, 1, 1)));
        arrays.put("x_train", array("<f8", "(3, 1, 2)", doubles.array()));
        own = Declared.of(root.resolve("shares"), "npz", "maximum", "1");

        own.assertRefused(npz(), "The data have no test part, and of 3 images a <testShare> of 0.2 is none. Raise it.");
    }

    @Test
    @DisplayName("are refused where they hold objects, which are never unpickled, text, or what is no number")
    void contents() throws IOException {
        arrays.put(
                "y_train", array("|O", "(3,)", "cos\nsystem\n(S'touch /tmp/x'\ntR.".getBytes(StandardCharsets.UTF_8)));
        own.assertRefused(
                npz(),
                "'y_train' holds objects of Python, which are never read. Save numbers, such as array.astype('uint8').");
        arrays.put("y_train", array("<U3", "(3,)", new byte[36]));
        own.assertRefused(
                npz(),
                "'y_train' holds text, expected numbers. Number it with numpy.unique(array, return_inverse=True), and name the classes in <classNames>.");
        arrays.put("y_train", array("<f8", "(3,)", doubles(0, Double.NaN, 1)));
        own.assertRefused(npz(), "'y_train' holds the label NaN, expected whole numbers from 0 or from 1.");
        arrays.put("y_train", array("<i8", "(3,)", longs(0, -1, 1)));
        own.assertRefused(npz(), "'y_train' holds the label -1.0, expected whole numbers from 0 or from 1.");
        arrays.put("x_train", array("<f8", "(3, 1, 1)", doubles(0, Double.NaN, 1)));
        arrays.put("y_train", array("<i8", "(3,)", longs(0, 1, 0)));
        own.assertRefused(npz(), "Image 1 of 'x_train' holds NaN, which is not a pixel value. Replace it by a number.");
        arrays.put("x_train", array("<c8", "(3, 1, 1)", new byte[24]));
        own.assertRefused(
                npz(), "'x_train' holds elements of NumPy's type c8, expected whole numbers, float32 or float64.");
        arrays.put("x_train", "no array".getBytes(StandardCharsets.UTF_8));
        own.assertRefused(npz(), "'x_train' is not an array in NumPy's format.");
    }

    @Test
    @DisplayName("are refused in Fortran's order, of another shape, cut off, or with too few labels")
    void forms() throws IOException {
        byte[] header = array("|u1", "(3, 1, 2)", bytes(0, 1, 2, 3, 4, 255));
        arrays.put(
                "x_train",
                new String(header, StandardCharsets.ISO_8859_1)
                        .replace("False", "True ")
                        .getBytes(StandardCharsets.ISO_8859_1));
        own.assertRefused(npz(), "'x_train' is in Fortran's order. Save numpy.ascontiguousarray of it.");
        arrays.put("x_train", array("|u1", "(3, 2, 1, 1, 1)", bytes(0, 1, 2, 3, 4, 255)));
        own.assertRefused(
                npz(),
                "'x_train' has the shape [3, 2, 1, 1, 1], expected images: [number, height, width], or [number, height, width, channels] with 1 or 3 channels. numpy.moveaxis moves channels to the end.");
        arrays.put("x_train", array("|u1", "(0, 1, 2)", bytes()));
        own.assertRefused(npz(), "'x_train' holds no images: its shape is [0, 1, 2].");
        arrays.put("x_train", array("|u1", "(3, 1, 2)", bytes(0, 1, 2)));
        own.assertRefused(npz(), "'x_train' does not hold as many elements as its header says.");
        arrays.put("x_train", array("|u1", "(70000, 70000, 3)", bytes(0)));
        own.assertRefused(
                npz(),
                "The elements of 'x_train' are 14700 MB, more than the 2,147 MB that a part of a data set can have. Take fewer or smaller ones.");
        arrays.put("x_train", array("|u1", "(2, 1, 3)", bytes(0, 1, 2, 3, 4, 5)));
        own.assertRefused(npz(), "'x_train' holds 2 images, and 'y_train' 3 labels.");
        arrays.put("y_train", array("|u1", "(1, 2)", bytes(0, 1)));
        own.assertRefused(
                npz(),
                "'y_train' has the shape [1, 2], expected one label for each image. Of shares for each class, save argmax(axis=1).");
        arrays.remove("y_train");
        own.assertRefused(npz(), root.resolve("own.npz") + " holds an array 'x_train', but none 'y_train'.");
        arrays.remove("x_train");
        own.assertRefused(
                npz(), root.resolve("own.npz") + " holds no array 'x_train'. Name the array in <trainValues>.");
        Path text = Files.writeString(root.resolve("own.npz"), "a text");
        own.assertRefused(text, text + " is not a NumPy .npz, or is damaged.");
    }

    private Path npz() throws IOException {
        Path file = root.resolve("own.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> each : arrays.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey() + ".npy"));
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return file;
    }

    private static byte[] array(String type, String shape, byte[] content) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        array.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        array.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        array.writeBytes(content);
        return array.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }

    private static byte[] doubles(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }
}
