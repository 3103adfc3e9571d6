package io.github.distillmaven.dataset.own;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes image files for tests. */
public final class Images {

    private Images() {}

    /** An image of one colour, with a pixel of another in its corner. */
    public static BufferedImage of(int type, int height, int width, Color colour) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                image.setRGB(column, row, colour.getRGB());
            }
        }
        image.setRGB(0, 0, Color.BLACK.getRGB());
        return image;
    }

    /** Writes an image in the format that the name of the file says. */
    public static Path write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            String name = file.getFileName().toString();
            if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
                throw new IllegalArgumentException("no writer for " + file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of coloured images in folders of classes, as many in each. */
    public static Path classes(Path folder, int images, String... names) {
        for (int label = 0; label < names.length; label++) {
            for (int image = 0; image < images; image++) {
                Color colour = new Color(40 * label + image, 200 - 50 * label, 100);
                write(
                        of(BufferedImage.TYPE_INT_RGB, 4, 4, colour),
                        folder.resolve(names[label] + "/" + image + ".png"));
            }
        }
        return folder;
    }
}
