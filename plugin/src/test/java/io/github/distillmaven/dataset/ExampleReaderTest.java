package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
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
    void readsTheExamplesOfSomeClassesAloneAndNumbersTheseAnew() throws IOException {
        ExampleFiles all = idx(List.of(4, 1, 1), new byte[] {10, 20, 30, 40}, (byte) 5, (byte) 3, (byte) 4, (byte) 3);
        ExampleFiles some = new ExampleFiles(all.format(), all.files(), List.of(3, 5));

        Examples read = ExampleReader.read(some, 2);

        assertThat(read.bytes()).containsExactly(10, 20, 40);
        assertThat(read.labels()).containsExactly(1, 0, 0);
    }

    @Test
    void refusesOtherNumbersOfImagesAndLabels() throws IOException {
        ExampleFiles files = idx(List.of(2, 1, 1), new byte[2], (byte) 0, (byte) 0, (byte) 0);

        assertThatThrownBy(() -> ExampleReader.read(files))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("images") + " holds 2 examples, but " + folder.resolve("labels")
                        + " holds 3 targets");
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
                .hasMessage("Example 1 of " + folder.resolve("images") + " has label 10, expected 0 to 9");
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
                        + " is not a complete CIFAR-10 batch: it has 3072 bytes, expected a multiple of 3073");
    }

    @Test
    void floatsWithDistributionsAreReadAsTheyWereWritten() throws IOException {
        Targets.Distributions soft = new Targets.Distributions(new float[] {0.25f, 0.75f, 1, 0}, 2);
        Examples points = floats(0.5f, -1, 2, 3).with(soft);

        ExampleFiles files = ExampleWriter.write(points, folder);
        Examples read = ExampleReader.read(files, 2);

        assertThat(files.files()).containsExactly(folder.resolve("values.npy"), folder.resolve("labels.npy"));
        assertThat(files).isEqualTo(ExampleFiles.in(folder, points.shape()));
        assertThat(read.shape()).isEqualTo(ExampleShape.of(2));
        assertThat(((Values.FloatValues) read.values()).floats()).containsExactly(0.5f, -1, 2, 3);
        assertThat(((Targets.Distributions) read.targets()).rows()).containsExactly(0.25f, 0.75f, 1, 0);
    }

    @Test
    void imagesWithDistributionsAreIdxAndNumPy() throws IOException {
        Examples image = Examples.ofBytes(ExampleShape.of(1, 2, 1), new byte[] {1, 2}, new byte[1])
                .with(new Targets.Distributions(new float[] {0.5f, 0.5f}, 2));

        ExampleFiles files = ExampleWriter.write(image, folder);

        assertThat(files.files()).containsExactly(folder.resolve("images-idx3-ubyte"), folder.resolve("labels.npy"));
        assertThat(files).isEqualTo(ExampleFiles.in(folder, image.shape()));
        assertThat(ExampleReader.read(files).labels()).containsExactly(0);
    }

    @Test
    void bytesOfAnyShapeAndManyClassesAreReadAsTheyWereWritten() throws IOException {
        Examples examples = new Examples(
                ExampleShape.of(3),
                new Values.ByteValues(new byte[] {1, 2, 3, 4, 5, 6}),
                new Targets.Classes(new int[] {7, 300}));

        Examples read = ExampleReader.read(ExampleWriter.write(examples, folder), 301);

        assertThat(read.shape()).isEqualTo(ExampleShape.of(3));
        assertThat(read.bytes()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read.labels()).containsExactly(7, 300);
    }

    @Test
    void inputsAloneHaveNoTargets() throws IOException {
        Examples read = ExampleReader.read(ExampleWriter.write(floats(1, 2, 3, 4), folder), 2);

        assertThat(read.targets()).isEqualTo(new Targets.NoTargets());
    }

    @Test
    void refusesTargetsOfAnotherNumberOfClasses() throws IOException {
        ExampleFiles files = ExampleWriter.write(
                floats(1, 2).with(new Targets.Distributions(new float[] {0.5f, 0.25f, 0.25f}, 3)), folder);

        assertThatThrownBy(() -> ExampleReader.read(files, 2))
                .hasMessage(folder.resolve("labels.npy") + " holds distributions over 3 classes, expected 2");
    }

    @Test
    void readsDistributionsOverLogitsBehindTheClassesWhereThereAreAny() throws IOException {
        ExampleFiles files = ExampleWriter.write(
                floats(1, 2).with(new Targets.Distributions(new float[] {0, 0, 0.5f, 0.25f, 0.25f}, 5)), folder);

        assertThat(ExampleReader.read(files, 2, 3).label(0)).isEqualTo(2);
        assertThatThrownBy(() -> ExampleReader.read(files, 2, 2))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("labels.npy") + " holds distributions over 5 classes, expected 2");
    }

    @Test
    void refusesWhatIsNoDistribution() throws IOException {
        ExampleFiles files =
                ExampleWriter.write(floats(1, 2).with(new Targets.Distributions(new float[] {0.5f, 0.5f}, 2)), folder);
        NpyFile.of(List.of(1, 2), new float[] {0.5f, 0.6f}).write(folder.resolve("labels.npy"));

        assertThatThrownBy(() -> ExampleReader.read(files, 2))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        folder.resolve("labels.npy") + ": row 0 is no distribution: its shares sum to 1.1, not to 1");
    }

    @Test
    void refusesValuesThatAreNoNumbers() throws IOException {
        ExampleFiles files = ExampleWriter.write(floats(1, 2), folder);
        NpyFile.of(List.of(1, 2), new float[] {1, Float.NaN}).write(folder.resolve("values.npy"));

        assertThatThrownBy(() -> ExampleReader.read(files))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("values.npy") + ": value 1 is NaN, expected a finite number");
    }

    @Test
    void refusesArraysThatAreNoExamplesOrNoTargets() throws IOException {
        Path values = folder.resolve("values.npy");
        NpyFile.of(List.of(2), new float[2]).write(values);
        Path cube = folder.resolve("cube.npy");
        NpyFile.of(List.of(1, 1, 1), new float[1]).write(cube);

        assertThatThrownBy(() -> ExampleReader.read(ExampleFiles.withoutTargets(values)))
                .hasMessage(values + " holds an array of float32 with 1 dimensions,"
                        + " expected examples: float32 or uint8 with 2 dimensions or more");
        assertThatThrownBy(() -> ExampleReader.read(ExampleFiles.arrays(cube, cube)))
                .hasMessage(cube + " holds an array of float32 with 3 dimensions,"
                        + " expected targets: int32 or uint8 with 1, or float32 with 2");
    }

    @Test
    void aTableIsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("points.csv");
        Examples points = floats(0.1f, -1e-7f, 2, 3).with(new Targets.Classes(new int[] {1, 0}));

        new ExampleTable(List.of("x", "y"), points).write(file);

        assertThat(file).hasContent("x,y,label\n0.1,-1.0E-7,1\n2.0,3.0,0\n");
        Examples read = ExampleReader.read(new ExampleFiles(ExampleFiles.Format.TABLE, List.of(file)), 2);
        assertThat(((Values.FloatValues) read.values()).floats()).containsExactly(0.1f, -1e-7f, 2, 3);
        assertThat(read.labels()).containsExactly(1, 0);
    }

    @Test
    void aTableMayHaveNoLabelsAndTheLabelInAnyColumn() throws IOException {
        Path file = folder.resolve("points.csv");
        Files.writeString(file, "label,x\n3,0.5\n");
        assertThat(ExampleTable.read(file).examples().label(0)).isEqualTo(3);
        assertThat(ExampleTable.read(file).columns()).containsExactly("x");

        Files.writeString(file, "x\n0.5\n");
        assertThat(ExampleTable.read(file).examples().targets()).isEqualTo(new Targets.NoTargets());
    }

    @Test
    void refusesATableOfAnotherForm() throws IOException {
        Path file = folder.resolve("points.csv");

        Files.writeString(file, "x,label\n0.5,1\nNaN,0\n");
        assertThatThrownBy(() -> ExampleTable.read(file))
                .hasMessage(file + ", line 3: not 'x,label' in numbers: NaN,0");
        Files.writeString(file, "x,label\n0.5\n");
        assertThatThrownBy(() -> ExampleTable.read(file)).hasMessage(file + ", line 2: not 'x,label' in numbers: 0.5");
        Files.writeString(file, "");
        assertThatThrownBy(() -> ExampleTable.read(file))
                .hasMessage(file + " has no columns of values: the first line must name them, as in 'x,y,label'");
    }

    private static Examples floats(float... values) {
        return new Examples(ExampleShape.of(2), new Values.FloatValues(values), new Targets.NoTargets());
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
