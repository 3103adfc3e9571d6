package io.github.distillmaven.dataset.own;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An image that is scaled by areas")
class AreaScalingTest {

    @Test
    @DisplayName("has means of the pixels under each new one, by the part that is under it")
    void means() {
        Bitmap row = new Bitmap(1, 3, 1, new byte[] {0, 90, (byte) 200});

        // Two thirds of 0 and one of 90; one third of 90 and two of 200, as halves of three pixels.
        assertThat(new AreaScaling(1, 2).scale(row).levels()).containsExactly(30, (byte) 163);
        assertThat(new AreaScaling(2, 6).scale(row).levels())
                .containsExactly(0, 0, 90, 90, (byte) 200, (byte) 200, 0, 0, 90, 90, (byte) 200, (byte) 200);
        assertThat(new AreaScaling(1, 3).scale(row)).isSameAs(row);
    }

    @Test
    @DisplayName("keeps its channels apart")
    void channels() {
        Bitmap two = new Bitmap(2, 1, 3, new byte[] {10, 20, 30, 30, 40, 50});

        assertThat(new AreaScaling(1, 1).scale(two).levels()).containsExactly(20, 30, 40);
    }

    @Test
    @DisplayName("is read with the grey levels of its file, not with those of Java's grey")
    void grey() throws Exception {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);

        assertThat(Bitmap.of(image, Optional.empty()).levels()).containsExactly(100);
        assertThat(Bitmap.of(image, Optional.empty()).in(3).levels()).containsExactly(100, 100, 100);
    }

    @Test
    @DisplayName("is put before its background, and into grey by the luma of its colours")
    void colours() throws Exception {
        BufferedImage veil = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        veil.setRGB(0, 0, new Color(200, 0, 0, 51).getRGB());

        // A fifth of 200 and four of 255; four fifths of 255.
        Bitmap covered = Bitmap.of(veil, Background.of("white"));

        assertThat(covered.levels()).containsExactly((byte) 244, (byte) 204, (byte) 204);
        // 0.299 * 244 + 0.701 * 204
        assertThat(covered.in(1).levels()).containsExactly((byte) 216);
        assertThat(Background.of("#ff8000")).contains(new Background(255, 128, 0));
    }
}
