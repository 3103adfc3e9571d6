package io.github.distillmaven.it.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import org.openqa.selenium.Rectangle;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A page as a person sees it.
 *
 * @param pixels one for 4 x 4 CSS pixels
 */
public record Screenshot(BufferedImage pixels) {

    /** CSS pixels in a pixel. Whole pages take the browser seconds to draw; what is missing or of another style shows all the same. */
    private static final int REDUCTION = 4;

    /** How far a colour may be off, of 255: edges are not smoothed alike each time. */
    private static final int TOLERANCE = 48;

    /** Taller pictures than this, in CSS pixels, come out wrong. */
    private static final int SLICE = 8_000;

    static Screenshot of(ChromeDriver driver) {
        Map<?, ?> metrics = driver.executeCdpCommand("Page.getLayoutMetrics", Map.of());
        Map<?, ?> content = (Map<?, ?>) metrics.get("cssContentSize");
        int width = ((Number) content.get("width")).intValue();
        int height = ((Number) content.get("height")).intValue();
        BufferedImage page = new BufferedImage(width / REDUCTION, height / REDUCTION, BufferedImage.TYPE_INT_RGB);
        for (int top = 0; top < height; top += SLICE) {
            page.getGraphics()
                    .drawImage(slice(driver, top, width, Math.min(SLICE, height - top)), 0, top / REDUCTION, null);
        }
        return new Screenshot(page);
    }

    private static BufferedImage slice(ChromeDriver driver, int top, int width, int height) {
        Map<String, Object> clip = Map.of("x", 0, "y", top, "width", width, "height", height, "scale", 1.0 / REDUCTION);
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("clip", clip, "captureBeyondViewport", true, "optimizeForSpeed", true));
        byte[] png = Base64.getDecoder().decode((String) shot.get("data"));
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says where another picture differs first, from top to bottom; {@code nowhere} if it does not. */
    public String differenceFrom(Screenshot other) {
        BufferedImage theirs = other.pixels;
        if (pixels.getWidth() != theirs.getWidth() || pixels.getHeight() != theirs.getHeight()) {
            return "in size";
        }
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                if (differ(pixels.getRGB(x, y), theirs.getRGB(x, y))) {
                    return "at (%s, %s)".formatted(x * REDUCTION, y * REDUCTION);
                }
            }
        }
        return "nowhere";
    }

    private static boolean differ(int one, int other) {
        return IntStream.of(0, 8, 16)
                .anyMatch(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > TOLERANCE);
    }

    /**
     * Mean brightness, from 0 (black) to 1 (white), of a part of the page.
     *
     * @param part in CSS pixels
     */
    public double brightness(Rectangle part) {
        long sum = 0;
        int count = 0;
        for (int y = part.y / REDUCTION; y < (part.y + part.height) / REDUCTION; y++) {
            for (int x = part.x / REDUCTION; x < (part.x + part.width) / REDUCTION; x++) {
                int rgb = pixels.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
                count++;
            }
        }
        return sum / (3.0 * 255 * count);
    }

    /** Brightness of the corner, which nothing but the page's background covers. */
    public double backgroundBrightness() {
        return brightness(new Rectangle(0, 0, REDUCTION, REDUCTION));
    }
}
