package io.github.distillmaven.report.figure;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PngImageTest {

    @TempDir
    Path folder;

    @Test
    void keepsEveryGreyPixel() throws Exception {
        // Two images of 1x2 pixels; the second is written.
        Examples set = Examples.ofBytes(ExampleShape.of(1, 2, 1), new byte[] {0, 0, (byte) 200, 7}, new byte[2]);

        new PngImage(set, 1).write(folder.resolve("grey.png"));

        BufferedImage image = ImageIO.read(folder.resolve("grey.png").toFile());
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(200);
        assertThat(image.getRaster().getSample(1, 0, 0)).isEqualTo(7);
    }

    @Test
    void keepsEveryColour() throws Exception {
        Examples set = Examples.ofBytes(ExampleShape.of(1, 1, 3), new byte[] {(byte) 255, (byte) 128, 1}, new byte[1]);

        new PngImage(set, 0).write(folder.resolve("colour.png"));

        BufferedImage image = ImageIO.read(folder.resolve("colour.png").toFile());
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffff8001);
    }

    @Test
    void cutsOffWhatIsBeyondBlackAndWhite() throws Exception {
        Examples set = new Examples(
                ExampleShape.of(1, 3, 1),
                new Values.FloatValues(new float[] {-0.5f, 1.5f, 0.5f}),
                new Targets.NoTargets());

        new PngImage(set, 0).write(folder.resolve("noise.png"));

        BufferedImage image = ImageIO.read(folder.resolve("noise.png").toFile());
        assertThat(image.getRaster().getSamples(0, 0, 3, 1, 0, (int[]) null)).containsExactly(0, 255, 128);
    }

    @Test
    void refusesImagesOfTwoChannels() {
        Examples set = Examples.ofBytes(ExampleShape.of(1, 1, 2), new byte[2], new byte[1]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PngImage(set, 0))
                .withMessage("examples of 1x1x2 cannot be shown");
    }
}
