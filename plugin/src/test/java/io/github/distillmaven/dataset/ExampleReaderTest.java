package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.ExampleShape;
import io.github.distillmaven.extension.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExampleReaderTest {

    private static final int CIFAR10_RECORD = 1 + 3 * 32 * 32;

    @TempDir
    Path folder;

    @Test
    void readsGreyImages() throws IOException {
        Examples images =
                ExampleReader.read(idx(List.of(2, 1, 3), new byte[] {1, 2, 3, 4, 5, 6}, (byte) 7, (byte) 255));

        assertThat(images.shape()).isEqualTo(ExampleShape.of(1, 3, 1));
        assertThat(images.bytes()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(images.label(0)).isEqualTo(7);
        assertThat(images.label(1)).isEqualTo(255);
    }

    @Test
    void readsColourImages() throws IOException {
        Examples images = ExampleReader.read(idx(List.of(1, 1, 2, 3), new byte[] {1, 2, 3, 4, 5, 6}, (byte) 0));

        assertThat(images.shape()).isEqualTo(ExampleShape.of(1, 2, 3));
    }

    @Test
    void refusesOtherNumbersOfImagesAndLabels() throws IOException {
        ExampleFiles files = idx(List.of(2, 1, 1), new byte[2], (byte) 0, (byte) 0, (byte) 0);

        assertThatThrownBy(() -> ExampleReader.read(files))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("images") + " holds 2 images, but " + folder.resolve("labels")
                        + " holds 3 labels");
    }

    @Test
    void refusesLabelsInPlaceOfImages() throws IOException {
        ExampleFiles files = idx(List.of(2), new byte[2], (byte) 0, (byte) 0);

        assertThatThrownBy(() -> ExampleReader.read(files))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("images") + " holds an array of 1 dimensions,"
                        + " expected images: 3 dimensions, or 4 with channels");
    }

    @Test
    void refusesImagesInPlaceOfLabels() throws IOException {
        ExampleFiles files = idx(List.of(2, 1, 1), new byte[2], (byte) 0, (byte) 0);
        ExampleFiles swapped = new ExampleFiles(
                files.format(), List.of(files.files().get(1), files.files().get(0)));

        assertThatThrownBy(() -> ExampleReader.read(swapped))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("images") + " holds an array of 3 dimensions, expected labels: 1 dimension");
    }

    @Test
    void refusesALabelThatIsNoClass() throws IOException {
        ExampleFiles files = idx(List.of(2, 1, 1), new byte[2], (byte) 9, (byte) 10);

        assertThatThrownBy(() -> ExampleReader.read(files, 10))
                .isInstanceOf(IOException.class)
                .hasMessage("Image 1 of " + folder.resolve("images") + " has label 10, expected 0 to 9");
    }

    @Test
    void putsTheColourPlanesOfCifar10IntoOnePixelAfterTheOther() throws IOException {
        byte[] records = new byte[2 * CIFAR10_RECORD];
        records[CIFAR10_RECORD] = 8;
        int secondPixel = CIFAR10_RECORD + 1 + 1;
        records[secondPixel] = 10;
        records[secondPixel + 1024] = 20;
        records[secondPixel + 2048] = 30;

        Examples images = ExampleReader.read(batches(records, new byte[CIFAR10_RECORD]));

        assertThat(images.shape()).isEqualTo(ExampleShape.of(32, 32, 3));
        assertThat(images.labels()).containsExactly(0, 8, 0);
        int secondImage = 3072;
        assertThat(images.bytes()).hasSize(3 * 3072);
        assertThat(List.of(3, 4, 5))
                .extracting(position -> images.bytes()[secondImage + position])
                .containsExactly((byte) 10, (byte) 20, (byte) 30);
    }

    @Test
    void refusesATruncatedBatch() throws IOException {
        ExampleFiles files = batches(new byte[CIFAR10_RECORD - 1]);

        assertThatThrownBy(() -> ExampleReader.read(files))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("batch0")
                        + " is no complete CIFAR-10 batch: it has 3072 bytes, expected a multiple of 3073");
    }

    private ExampleFiles idx(List<Integer> dimensions, byte[] pixels, byte... labels) throws IOException {
        Path imagesFile = folder.resolve("images");
        Path labelsFile = folder.resolve("labels");
        new IdxFile(dimensions, pixels).write(imagesFile);
        new IdxFile(List.of(labels.length), labels).write(labelsFile);
        return new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of(imagesFile, labelsFile));
    }

    private ExampleFiles batches(byte[]... contents) throws IOException {
        List<Path> files = new ArrayList<>();
        for (byte[] content : contents) {
            files.add(Files.write(folder.resolve("batch" + files.size()), content));
        }
        return new ExampleFiles(ExampleFiles.Format.CIFAR10, files);
    }
}
