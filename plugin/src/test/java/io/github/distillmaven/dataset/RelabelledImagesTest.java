package io.github.distillmaven.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The training set of the control permuted-label-teacher")
class RelabelledImagesTest {

    private static final int IMAGES = 300;
    private static final int CLASSES = 3;

    @TempDir
    private Path folder;

    private ImageFiles source;

    /** One pixel each, which is the image's place. The first 90 are of class 0, 1 and 2 by thirds, the others of class 0. */
    @BeforeEach
    void write() throws Exception {
        byte[] pixels = new byte[IMAGES];
        byte[] labels = new byte[IMAGES];
        for (int index = 0; index < IMAGES; index++) {
            pixels[index] = (byte) index;
            labels[index] = (byte) (index < 90 ? index / 30 : 0);
        }
        ImageSet images = new ImageSet(new ImageShape(1, 1, 1), pixels, labels);
        source = TransferSet.files(Files.createDirectories(folder.resolve("source")), images.shape());
        IdxFile.ofImages(images).write(source.files().get(0));
        IdxFile.ofLabels(images).write(source.files().get(1));
    }

    @Test
    @DisplayName("has the same images in the same order, and as many of each label, most of them on other images")
    void hasTheSameImagesUnderOtherLabels() throws Exception {
        ImageSet before = ImageSetReader.read(source);
        ImageSet permuted = permuted(0, 1);

        assertThat(permuted.pixels()).isEqualTo(before.pixels());
        assertThat(labels(permuted))
                .containsExactlyInAnyOrderElementsOf(labels(before))
                .isNotEqualTo(labels(before));
    }

    @Test
    @DisplayName("has the labels of those images alone that are used")
    void hasTheLabelsOfTheImagesThatAreUsed() throws Exception {
        ImageSet permuted = permuted(90, 1);

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

    private ImageSet permuted(int examples, long seed) throws Exception {
        Path made = Files.createTempDirectory(folder, "made");
        return ImageSetReader.read(new RelabelledImages(
                        Components.load(Control.class).get("permuted-label-teacher"), source, examples, new Seeds(seed))
                .write(made));
    }

    private static List<Integer> labels(ImageSet images) {
        List<Integer> labels = new ArrayList<>();
        for (int index = 0; index < images.size(); index++) {
            labels.add(images.label(index));
        }
        return labels;
    }
}
