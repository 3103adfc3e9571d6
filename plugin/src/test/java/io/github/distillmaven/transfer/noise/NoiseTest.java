package io.github.distillmaven.transfer.noise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("What takes the place of inputs")
class NoiseTest {

    private static final int IMAGES = 2000;
    private static final ExampleShape GREY = ExampleShape.of(3, 4, 1);
    private static final ExampleShape COLOUR = ExampleShape.of(3, 4, 3);

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "gaussian-clipped", "gaussian-per-pixel", "uniform", "shuffled-pixels", "grey"})
    @DisplayName("is as many values, the same for the same stream alone, and leaves the images as they were")
    void isReproducible(String id) {
        for (ExampleShape shape : List.of(GREY, COLOUR)) {
            Examples images = images(shape);
            byte[] before = images.bytes().clone();

            float[] drawn = drawn(id, images, "one");

            assertThat(drawn).hasSize(IMAGES * shape.values()).isEqualTo(drawn(id, images, "one"));
            assertThat(Arrays.equals(drawn, drawn(id, images, "another"))).isEqualTo(id.equals("grey"));
            assertThat(images.bytes()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("has the mean and deviation of each channel, where nothing is clipped")
    void gaussian() {
        Examples images = images(COLOUR);
        float[] drawn = drawn("gaussian", images, "one");

        for (int channel = 0; channel < 3; channel++) {
            assertThat(mean(drawn, channel, 3)).isCloseTo(mean(values(images), channel, 3), within(0.005));
            assertThat(deviation(drawn, channel, 3)).isCloseTo(deviation(values(images), channel, 3), within(0.005));
        }
        float[] sorted = drawn.clone();
        Arrays.sort(sorted);
        assertThat(sorted[0]).isNegative();
        assertThat(sorted[sorted.length - 1]).isGreaterThan(1);
    }

    @Test
    @DisplayName("clipped is the same in whole grey levels from black to white")
    void clipped() {
        Examples images = images(COLOUR);
        float[] free = drawn("gaussian", images, "one");
        float[] clipped = drawn("gaussian-clipped", images, "one");

        for (int index = 0; index < free.length; index++) {
            assertThat(clipped[index]).isCloseTo(Math.max(0, Math.min(1, free[index])), within(0.5f / 255 + 1e-6f));
        }
    }

    @Test
    @DisplayName("has the mean and deviation of each pixel")
    void perPixel() {
        Examples images = images(GREY);
        float[] drawn = drawn("gaussian-per-pixel", images, "one");

        for (int place = 0; place < GREY.values(); place++) {
            assertThat(mean(drawn, place, GREY.values()))
                    .isCloseTo(mean(values(images), place, GREY.values()), within(0.02));
        }
        // The first pixel of all images is black.
        assertThat(deviation(drawn, 0, GREY.values())).isZero();
    }

    @Test
    @DisplayName("takes every grey level equally often")
    void uniform() {
        byte[] levels = ((Values.ByteValues)
                        named("uniform").draw(images(COLOUR), Choice.of("uniform"), new Seeds(1).stream("one")))
                .bytes();
        Integer[] counts = new Integer[256];
        Arrays.fill(counts, 0);
        for (byte level : levels) {
            counts[Byte.toUnsignedInt(level)]++;
        }

        double expected = levels.length / 256.0;
        assertThat(counts)
                .allSatisfy(count -> assertThat((double) count).isCloseTo(expected, within(6 * Math.sqrt(expected))));
    }

    @Test
    @DisplayName("keeps the pixels of each image, with their channels, in orders of their own")
    void shuffled() {
        Examples images = images(COLOUR);
        float[] drawn = drawn("shuffled-pixels", images, "one");
        float[] before = values(images);
        int size = COLOUR.values();

        int sameOrder = 0;
        for (int image = 0; image < IMAGES; image++) {
            List<List<Float>> now = pixels(drawn, image * size, size);
            assertThat(now).containsExactlyInAnyOrderElementsOf(pixels(before, image * size, size));
            sameOrder += now.equals(pixels(before, image * size, size)) ? 1 : 0;
        }
        assertThat(sameOrder).isLessThan(IMAGES / 100);
    }

    @Test
    @DisplayName("is one grey image")
    void grey() {
        assertThat(drawn("grey", images(GREY), "one")).containsOnly(128 / 255f);
    }

    @Test
    @DisplayName("is the images where nothing takes their place")
    void none() {
        Examples images = images(GREY);

        assertThat(named("none").replaces()).isFalse();
        assertThat(named("none").draw(images, Choice.of("none"), new Seeds(1).stream("one")))
                .isSameAs(images.values());
    }

    private static Noise named(String id) {
        return Components.load(Noise.class).get(id);
    }

    private static float[] drawn(String id, Examples images, String stream) {
        Values values = named(id).draw(images, Choice.of(id), new Seeds(1).stream(stream));
        return values(values);
    }

    private static Examples images(ExampleShape shape) {
        byte[] levels = new byte[IMAGES * shape.values()];
        new Seeds(7).stream("images").nextBytes(levels);
        for (int image = 0; image < IMAGES; image++) {
            levels[image * shape.values()] = 0;
        }
        return Examples.ofBytes(shape, levels, new byte[IMAGES]);
    }

    private static float[] values(Examples images) {
        return values(images.values());
    }

    private static float[] values(Values values) {
        float[] all = new float[values.count()];
        for (int index = 0; index < all.length; index++) {
            all[index] = values.at(index);
        }
        return all;
    }

    private static List<List<Float>> pixels(float[] values, int from, int size) {
        return IntStream.range(0, size / 3)
                .mapToObj(pixel ->
                        List.of(values[from + 3 * pixel], values[from + 3 * pixel + 1], values[from + 3 * pixel + 2]))
                .toList();
    }

    private static double mean(float[] values, int first, int period) {
        double sum = 0;
        for (int index = first; index < values.length; index += period) {
            sum += values[index];
        }
        return sum * period / values.length;
    }

    private static double deviation(float[] values, int first, int period) {
        double mean = mean(values, first, period);
        double sum = 0;
        for (int index = first; index < values.length; index += period) {
            sum += (values[index] - mean) * (values[index] - mean);
        }
        return Math.sqrt(sum * period / values.length);
    }
}
