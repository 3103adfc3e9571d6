package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.extension.data.ExampleShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A folder of IDX files")
class IdxFolderTest {

    @TempDir
    private Path root;

    private Path folder;
    private Declared own;

    @BeforeEach
    void declare() throws IOException {
        folder = Files.createDirectory(root.resolve("idx"));
        own = Declared.of(root.resolve("converted"), "idx");
    }

    @Test
    @DisplayName("has any number of images of any size, and keeps their order")
    void isRead() throws Exception {
        write("train", 0, 1, 2, 1);
        write("t10k", 2, 0, 1);

        DatasetSpec spec = own.convert(folder);

        assertThat(spec.classNames()).containsExactly("0", "1", "2");
        assertThat(spec.shape()).isEqualTo(ExampleShape.of(2, 3, 1));
        assertThat(own.read(spec, Split.TRAIN).labels()).containsExactly(0, 1, 2, 1);
        assertThat(own.read(spec, Split.TRAIN).bytes()).startsWith(0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(own.read(spec, Split.TEST).labels()).containsExactly(2, 0, 1);
        assertThat(spec.files())
                .extracting(DatasetSpec.DatasetFile::name)
                .containsExactly(
                        "train/images-idx3-ubyte",
                        "train/labels-idx1-ubyte",
                        "test/images-idx3-ubyte",
                        "test/labels-idx1-ubyte",
                        "classes.json");
    }

    @Test
    @DisplayName(
            "may be packed, lie deeper, and number its letters from 1, as EMNIST does, and then is the same as unpacked")
    void packed() throws Exception {
        write("train", 1, 2, 3, 1);
        write("t10k", 3, 1, 2);
        DatasetSpec plain = own.convert(folder);
        Path deeper = Files.createDirectories(root.resolve("packed/gzip"));
        pack("train-images-idx3-ubyte", deeper.resolve("emnist-letters-train-images-idx3-ubyte.gz"));
        pack("train-labels-idx1-ubyte", deeper.resolve("emnist-letters-train-labels-idx1-ubyte.gz"));
        pack("t10k-images-idx3-ubyte", deeper.resolve("emnist-letters-test-images-idx3-ubyte.gz"));
        pack("t10k-labels-idx1-ubyte", deeper.resolve("emnist-letters-test-labels-idx1-ubyte.gz"));

        DatasetSpec spec = Declared.of(root.resolve("letters"), "idx").convert(root.resolve("packed"));

        assertThat(spec.classNames()).containsExactly("1", "2", "3");
        assertThat(spec).isEqualTo(plain);

        pack("train-images-idx3-ubyte", deeper.resolve("emnist-digits-train-images-idx3-ubyte.gz"));
        own = Declared.of(root.resolve("several"), "idx");
        own.assertRefused(
                root.resolve("packed"),
                root.resolve("packed")
                        + " holds files of several data sets. Set <prefix> to one of: emnist-digits-, emnist-letters-.");
        assertThat(Declared.of(root.resolve("one"), "idx", "prefix", "emnist-letters-")
                        .convert(root.resolve("packed")))
                .isEqualTo(plain);
    }

    @Test
    @DisplayName("may have no test part, of which a share then is made, and names of classes that the user gives")
    void undivided() throws Exception {
        write("train", 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);

        DatasetSpec spec = own.with(List.of("even", "odd")).convert(folder);

        assertThat(spec.classNames()).containsExactly("even", "odd");
        assertThat(own.read(spec, Split.TEST).labels()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    @DisplayName("is refused where files are missing, damaged or at odds")
    void refusals() throws IOException {
        own.assertRefused(folder, folder + " holds no file train-images-idx3-ubyte or train-images-idx3-ubyte.gz.");
        write("train", 0, 1, 0);
        write("t10k", 0, 2);
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        own.assertRefused(
                folder,
                "The test part has the label 2, but those of the training images in " + labels + " are 0 to 1.");
        write("t10k", 0, 1);
        own.with(List.of("a")).assertRefused(folder, "<classNames> has 1 names, but the data have 2 classes: 0, 1.");
        new IdxFile(List.of(2), new byte[2]).write(labels);
        own.assertRefused(
                folder,
                folder.resolve("train-images-idx3-ubyte") + " holds 3 examples, but " + labels + " holds 2 targets.");
        Path packed = folder.resolve("train-labels-idx1-ubyte.gz");
        Files.delete(labels);
        Files.writeString(packed, "no gzip");
        own.assertRefused(folder, packed + " is not a gzip file, or is damaged.");
        write("train", 0, 2, 0);
        write("t10k", 0, 2);
        own.assertRefused(
                folder,
                "There is no image of the class '1', although there are smaller and larger labels. Add images, or number the labels without a gap.");
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        own.assertRefused(folder, folder + " holds images or labels of the test part, but not both.");
    }

    @Test
    @DisplayName("is refused before memory is set aside for what a packed file cannot hold")
    void bomb() throws IOException {
        write("train", 0, 1, 0);
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {0, 0, 8, 3, 0, 0, 64, 0, 0, 0, 64, 0, 0, 0, 4, 0});
        }

        own.assertRefused(
                folder,
                "%s does not hold what its header says: %s bytes packed, expected 16384 x 16384 x 1024 unpacked."
                        .formatted(file, Files.size(file)));
    }

    /** Images of 2 x 3 pixels, each filled with its place. */
    private void write(String part, int... labels) throws IOException {
        byte[] images = new byte[6 * labels.length];
        byte[] classes = new byte[labels.length];
        for (int image = 0; image < labels.length; image++) {
            Arrays.fill(images, 6 * image, 6 * image + 6, (byte) image);
            classes[image] = (byte) labels[image];
        }
        new IdxFile(List.of(labels.length, 2, 3), images).write(folder.resolve(part + "-images-idx3-ubyte"));
        new IdxFile(List.of(labels.length), classes).write(folder.resolve(part + "-labels-idx1-ubyte"));
    }

    private void pack(String name, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(folder.resolve(name), out);
        }
    }
}
