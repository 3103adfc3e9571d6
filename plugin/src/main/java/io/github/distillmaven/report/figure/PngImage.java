package io.github.distillmaven.report.figure;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;

/** One image of a data set as a PNG file, pixel by pixel. */
public final class PngImage {

    private static final int LEVELS = 255;

    private final BufferedImage image;

    /** @throws IllegalArgumentException if the images are neither grey nor in red, green and blue */
    public PngImage(Examples set, int index) {
        ExampleShape shape = set.shape();
        int type = switch (shape.ofAnImage() ? shape.channels() : 0) {
            case 1 -> BufferedImage.TYPE_BYTE_GRAY;
            case 3 -> BufferedImage.TYPE_INT_RGB;
            default -> throw new IllegalArgumentException("examples of " + shape + " cannot be shown");
        };
        image = new BufferedImage(shape.width(), shape.height(), type);
        WritableRaster raster = image.getRaster();
        int offset = index * shape.values();
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    raster.setSample(x, y, channel, level(set.values().at(offset++)));
                }
            }
        }
    }

    /** What is darker than black is black, and what is lighter than white is white. */
    private static int level(float value) {
        return Math.min(Math.max(Math.round(LEVELS * value), 0), LEVELS);
    }

    public void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Without a stream of our own, ImageIO would go through a file in the folder for temporary files.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        }
        Files.write(file, bytes.toByteArray());
    }
}
