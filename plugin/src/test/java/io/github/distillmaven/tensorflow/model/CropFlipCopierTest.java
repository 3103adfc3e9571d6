package io.github.distillmaven.tensorflow.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.ExampleShape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The augmentation 'crop-flip'")
class CropFlipCopierTest {

    private static final int PADDING = 4;

    @ParameterizedTest
    @CsvSource({"5, 6, 3", "6, 5, 1", "3, 2, 1"})
    void givesEveryPartOfThePaddedImageAndItsMirrorImageAndNothingElse(int height, int width, int channels) {
        ExampleShape shape = ExampleShape.of(height, width, channels);
        long seed = new Random().nextLong();
        byte[] source = withoutBlack(shape);
        Set<String> seen = new HashSet<>();
        ExampleCopier copier = ExampleCopier.of(Augmentation.CROP_FLIP, shape, new Seeds(seed).stream("augmentation"));
        // 162 variations: the chance that one of them is missing is below 162 * exp(-5000 / 162), about 1e-11.
        for (int draw = 0; draw < 5000; draw++) {
            byte[] target = new byte[shape.values() + 2];
            Arrays.fill(target, (byte) 99);
            copier.copy(source, 1, target, 1);
            assertThat(target[0]).isEqualTo((byte) 99);
            assertThat(target[target.length - 1]).isEqualTo((byte) 99);
            seen.add(new String(target, StandardCharsets.ISO_8859_1));
        }
        assertThat(seen).as("seed %d", seed).isEqualTo(allVariations(source, shape));
    }

    @Test
    void drawsEveryVariationAsOftenAsTheOthers() {
        ExampleShape shape = ExampleShape.of(1, 1, 1);
        long seed = new Random().nextLong();
        ExampleCopier copier = ExampleCopier.of(Augmentation.CROP_FLIP, shape, new Seeds(seed).stream("augmentation"));
        byte[] target = new byte[1];
        int kept = 0;
        int draws = 81_000;
        for (int draw = 0; draw < draws; draw++) {
            copier.copy(new byte[] {7}, 0, target, 0);
            kept += target[0] == 7 ? 1 : 0;
        }
        // One of 81 places keeps the only pixel: 1000 times, give or take six deviations of 31.4.
        assertThat(kept).as("seed %d", seed).isBetween(1000 - 190, 1000 + 190);
    }

    /** Its first and last byte do not belong to the image. */
    private static byte[] withoutBlack(ExampleShape shape) {
        byte[] source = new byte[shape.values() + 2];
        for (int index = 0; index < source.length; index++) {
            source[index] = (byte) (1 + index);
        }
        return source;
    }

    private static Set<String> allVariations(byte[] source, ExampleShape shape) {
        Set<String> variations = new HashSet<>();
        for (int top = 0; top <= 2 * PADDING; top++) {
            for (int left = 0; left <= 2 * PADDING; left++) {
                StringBuilder part = new StringBuilder("c");
                StringBuilder mirrored = new StringBuilder("c");
                for (int row = 0; row < shape.height(); row++) {
                    for (int column = 0; column < shape.width(); column++) {
                        int opposite = shape.width() - 1 - column;
                        for (int channel = 0; channel < shape.channels(); channel++) {
                            part.append(padded(source, shape, top + row, left + column, channel));
                            mirrored.append(padded(source, shape, top + row, left + opposite, channel));
                        }
                    }
                }
                variations.add(part.append("c").toString());
                variations.add(mirrored.append("c").toString());
            }
        }
        return variations;
    }

    private static char padded(byte[] source, ExampleShape shape, int paddedRow, int paddedColumn, int channel) {
        int row = paddedRow - PADDING;
        int column = paddedColumn - PADDING;
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? (char) source[1 + (row * shape.width() + column) * shape.channels() + channel] : 0;
    }
}
