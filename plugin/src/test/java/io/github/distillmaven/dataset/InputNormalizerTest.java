package io.github.distillmaven.dataset;

import java.util.List;

import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class InputNormalizerTest {

    private static final Moments FASHION = new Moments(List.of(0.2860), List.of(0.3530));
    private static final Moments DIGITS = new Moments(List.of(0.1307), List.of(0.3081));
    private static final Examples IMAGES = grey(0, 73, 128, 255);

    @ParameterizedTest
    @EnumSource(names = "MOMENT_MATCH", mode = EnumSource.Mode.EXCLUDE)
    void leavesThePixelsAlone(Normalization normalization) {
        InputNormalizer normalizer = new InputNormalizer(normalization, FASHION, DIGITS);

        assertThat(normalizer.changesPixels()).isFalse();
        assertThat(normalizer.prepare(IMAGES)).isSameAs(IMAGES);
    }

    @Test
    void feedsTheInputsOwnMomentsOrThoseOfTheSource() {
        assertThat(new InputNormalizer(Normalization.OWN, FASHION, DIGITS).moments())
                .isEqualTo(FASHION);
        assertThat(new InputNormalizer(Normalization.SOURCE, FASHION, DIGITS).moments())
                .isEqualTo(DIGITS);
        assertThat(new InputNormalizer(Normalization.MOMENT_MATCH, FASHION, DIGITS).moments())
                .isEqualTo(DIGITS);
    }

    @Test
    void putsPixelsBetweenMinusOneAndOneInEveryChannel() {
        Moments colour = new Moments(List.of(0.2, 0.3, 0.4), List.of(0.1, 0.1, 0.1));

        assertThat(new InputNormalizer(Normalization.CENTRED, FASHION, colour).moments())
                .isEqualTo(new Moments(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5)));
    }

    @Test
    void matchesMomentsRoundedAndClipped() {
        Examples matched = new InputNormalizer(Normalization.MOMENT_MATCH, FASHION, DIGITS).prepare(IMAGES);

        // 0 would become -30 and is clipped; 73 is Fashion's mean and becomes that of the digits, 33;
        // 128 becomes 255 * ((128/255 - .2860) * .3081/.3530 + .1307) = 81.4; 255 becomes 192.2
        assertThat(matched.bytes()).containsExactly(0, 33, 81, (byte) 192);
        assertThat(matched.labels()).isEqualTo(IMAGES.labels());
    }

    @Test
    void matchesEachChannelWithItsOwnMoments() {
        Moments inputs = new Moments(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
        Moments source = new Moments(List.of(0.2, 0.0, 0.0), List.of(1.0, 2.0, 0.5));
        Examples colour = Examples.ofBytes(ExampleShape.of(1, 1, 3), new byte[] {10, 10, 10}, new byte[1]);

        Examples matched = new InputNormalizer(Normalization.MOMENT_MATCH, inputs, source).prepare(colour);

        // 10 + 0.2 * 255 = 61; 10 * 2; 10 / 2
        assertThat(matched.bytes()).containsExactly(61, 20, 5);
    }

    private static Examples grey(int... pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) pixels[index];
        }
        return Examples.ofBytes(ExampleShape.of(1, 1, 1), bytes, new byte[bytes.length]);
    }
}
