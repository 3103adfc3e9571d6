package io.github.distillmaven.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The training set of the control permuted-label-teacher")
class RelabelledExamplesTest {

    private static final int IMAGES = 300;
    private static final int CLASSES = 3;

    @TempDir
    private Path folder;

    private ExampleFiles source;

    /** One pixel each, which is the image's place. The first 90 are of class 0, 1 and 2 by thirds, the others of class 0. */
    @BeforeEach
    void write() throws Exception {
        byte[] pixels = new byte[IMAGES];
        byte[] labels = new byte[IMAGES];
        for (int index = 0; index < IMAGES; index++) {
            pixels[index] = (byte) index;
            labels[index] = (byte) (index < 90 ? index / 30 : 0);
        }
        Examples images = Examples.ofBytes(ExampleShape.of(1, 1, 1), pixels, labels);
        source = ExampleWriter.write(images, Files.createDirectories(folder.resolve("source")));
    }

    @Test
    @DisplayName("has the same images in the same order, and as many of each label, most of them on other images")
    void hasTheSameImagesUnderOtherLabels() throws Exception {
        Examples before = ExampleReader.read(source);
        Examples permuted = permuted(0, 1);

        assertThat(permuted.bytes()).isEqualTo(before.bytes());
        assertThat(labels(permuted))
                .containsExactlyInAnyOrderElementsOf(labels(before))
                .isNotEqualTo(labels(before));
    }

    @Test
    @DisplayName("has the labels of those images alone that are used")
    void hasTheLabelsOfTheImagesThatAreUsed() throws Exception {
        Examples permuted = permuted(90, 1);

        assertThat(permuted.size()).isEqualTo(90);
        assertThat(IntStream.range(0, CLASSES).map(label -> (int) labels(permuted).stream()
                        .filter(given -> given == label)
                        .count()))
                .containsOnly(30);
    }

    @Test
    @DisplayName("is the same for the same seed and another one for another seed")
    void followsTheSeed() throws Exception {
        assertThat(labels(permuted(0, 1))).isEqualTo(labels(permuted(0, 1))).isNotEqualTo(labels(permuted(0, 2)));
    }

    private Examples permuted(int examples, long seed) throws Exception {
        Path made = Files.createTempDirectory(folder, "made");
        return ExampleReader.read(new RelabelledExamples(
                        Components.load(Control.class).get("permuted-label-teacher"), source, examples, new Seeds(seed))
                .write(made));
    }

    private static List<Integer> labels(Examples images) {
        return Arrays.stream(images.labels()).boxed().toList();
    }
}
