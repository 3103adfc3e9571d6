package io.github.distillmaven.dataset.own;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.extension.data.ExampleShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Binary files of CIFAR")
class CifarFilesTest {

    private static final int PIXELS = 3072;

    @TempDir
    private Path root;

    private Path folder;
    private Declared own;

    @BeforeEach
    void declare() throws IOException {
        folder = Files.createDirectories(root.resolve("unpacked/cifar-100-binary"));
        own = Declared.of(root.resolve("converted"), "cifar");
    }

    @Test
    @DisplayName("of CIFAR-100 have two labels, of which the user chooses, and names beside them")
    void hundred() throws Exception {
        write("train.bin", new int[] {1, 0}, new int[] {0, 2}, new int[] {1, 1});
        write("test.bin", new int[] {0, 1});
        Files.writeString(folder.resolve("fine_label_names.txt"), "apple\nbear\ncloud\n");
        Files.writeString(folder.resolve("coarse_label_names.txt"), "fruit\nother\n");

        DatasetSpec fine = own.convert(root.resolve("unpacked"));
        Declared coarse = Declared.of(root.resolve("coarse"), "cifar", "labels", "coarse");
        DatasetSpec spec = coarse.convert(root.resolve("unpacked"));

        assertThat(fine.shape()).isEqualTo(ExampleShape.of(32, 32, 3));
        assertThat(fine.classNames()).containsExactly("apple", "bear", "cloud");
        assertThat(own.read(fine, Split.TRAIN).labels()).containsExactly(0, 2, 1);
        assertThat(own.read(fine, Split.TRAIN).bytes()).startsWith(100, 101, 102);
        assertThat(spec.classNames()).containsExactly("fruit", "other");
        assertThat(coarse.read(spec, Split.TRAIN).labels()).containsExactly(1, 0, 1);
    }

    @Test
    @DisplayName("of CIFAR-10 have one, in several batches")
    void ten() throws Exception {
        write("data_batch_1.bin", new int[] {0}, new int[] {1});
        write("data_batch_2.bin", new int[] {1});
        write("test_batch.bin", new int[] {1});

        DatasetSpec spec = own.convert(folder);

        assertThat(spec.classNames()).containsExactly("0", "1");
        assertThat(own.read(spec, Split.TRAIN).labels()).containsExactly(0, 1, 1);
    }

    @Test
    @DisplayName("are refused where they are none, of both, or cut off")
    void refusals() throws IOException {
        own.assertRefused(
                folder,
                folder + " holds neither data_batch_1.bin, as CIFAR-10 does, nor train.bin, as CIFAR-100 does.");
        Path train = folder.resolve("train.bin");
        Files.write(train, new byte[100]);
        own.assertRefused(
                folder, train + " is not a complete CIFAR-100 batch: it has 100 bytes, expected a multiple of 3074.");
        Files.write(folder.resolve("data_batch_1.bin"), new byte[100]);
        own.assertRefused(
                folder, folder + " holds files of CIFAR-10 and of CIFAR-100. Give the folder of one of them.");
    }

    /** Images whose red, green and blue are 100, 101 and 102, with a black last column. */
    private void write(String name, int[]... labels) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int[] each : labels) {
            for (int label : each) {
                records.write(label);
            }
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                records.write(pixel % 32 == 31 ? 0 : 100 + pixel / 1024);
            }
        }
        Files.write(folder.resolve(name), records.toByteArray());
    }
}
