package io.github.distillmaven.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.evaluation.HeldOutShare;
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

@DisplayName("The training examples of an experiment")
class TrainingSplitTest {

    private static final int IMAGES = 200;
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
    @DisplayName("are learnt or held out, each of them, in their order")
    void areLearntOrHeldOut() throws Exception {
        TrainingSplit split = split(0, 0.25, 1);

        assertThat(places(split.heldOut())).hasSize(50).isSorted();
        assertThat(places(split.learnt())).hasSize(150).isSorted();
        assertThat(Stream.concat(places(split.learnt()).stream(), places(split.heldOut()).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, IMAGES).boxed().toList());
        assertThat(split.places().stream().boxed().toList()).isEqualTo(places(split.heldOut()));
    }

    @Test
    @DisplayName("are held out of every class alike, among the first ones that are used")
    void areHeldOutOfEveryClassAlike() throws Exception {
        Examples heldOut = split(90, 0.2, 1).heldOut();

        assertThat(IntStream.range(0, CLASSES)
                        .mapToLong(label -> labels(heldOut).stream()
                                .filter(given -> given == label)
                                .count()))
                .containsExactly(6L, 6L, 6L);
        assertThat(places(heldOut)).allMatch(place -> place < 90);
    }

    @Test
    @DisplayName("are held out by the seed")
    void areHeldOutByTheSeed() throws Exception {
        assertThat(places(split(0, 0.25, 1).heldOut()))
                .isEqualTo(places(split(0, 0.25, 1).heldOut()))
                .isNotEqualTo(places(split(0, 0.25, 2).heldOut()));
    }

    @Test
    @DisplayName("are all learnt without a share")
    void areAllLearntWithoutAShare() throws Exception {
        TrainingSplit split = split(90, 0, 1);

        assertThat(places(split.learnt()))
                .isEqualTo(IntStream.range(0, 90).boxed().toList());
        assertThat(split.heldOut().size()).isZero();
        assertThat(split.places().isEmpty()).isTrue();
    }

    @Test
    @DisplayName(
            "are relabelled for permuted-label-teacher in the same order, as many of each label, most of them on other images")
    void areRelabelledInTheSameOrder() throws Exception {
        Examples before = ExampleReader.read(source);
        Examples permuted = permuted(split(0, 0, 1));

        assertThat(permuted.bytes()).isEqualTo(before.bytes());
        assertThat(labels(permuted))
                .containsExactlyInAnyOrderElementsOf(labels(before))
                .isNotEqualTo(labels(before));
    }

    @Test
    @DisplayName("are relabelled with the labels of those alone that are learnt")
    void areRelabelledWithTheLabelsOfThoseThatAreLearnt() throws Exception {
        Examples permuted = permuted(split(90, 0.2, 1));

        assertThat(places(permuted)).isEqualTo(places(split(90, 0.2, 1).learnt()));
        assertThat(IntStream.range(0, CLASSES).map(label -> (int) labels(permuted).stream()
                        .filter(given -> given == label)
                        .count()))
                .containsOnly(24);
    }

    @Test
    @DisplayName("are relabelled by the seed")
    void areRelabelledByTheSeed() throws Exception {
        assertThat(labels(permuted(split(0, 0, 1))))
                .isEqualTo(labels(permuted(split(0, 0, 1))))
                .isNotEqualTo(labels(permuted(split(0, 0, 2))));
    }

    private TrainingSplit split(int count, double validation, long seed) {
        return new TrainingSplit(source, count, new HeldOutShare(validation), new Seeds(seed));
    }

    private static Examples permuted(TrainingSplit split) throws Exception {
        return split.relabelled(Components.load(Control.class).get("permuted-label-teacher"));
    }

    private static List<Integer> places(Examples images) {
        return IntStream.range(0, images.size())
                .map(index -> Byte.toUnsignedInt(images.bytes()[index]))
                .boxed()
                .toList();
    }

    private static List<Integer> labels(Examples images) {
        return Arrays.stream(images.labels()).boxed().toList();
    }
}
