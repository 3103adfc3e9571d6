package io.github.distillmaven.dataset.own;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Objects;
import java.util.Optional;

/**
 * An image in grey levels, or in red, green and blue.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 or 3
 * @param levels of 0 to 255, row by row, the channels of a pixel beside each other
 */
record Bitmap(int height, int width, int channels, byte[] levels) {

    private static final int OPAQUE = 255;
    private static final int BITS = 8;
    private static final int COLOURS = 3;

    /** An image that Java has read has another form than can be used. The message is the end of a sentence. */
    static final class UnfitImageException extends Exception {

        private static final long serialVersionUID = 1;

        UnfitImageException(String end) {
            super(end);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    /**
     * The levels as they stand in the file: no colour profile is applied, as other tools that read training images do not.
     *
     * @param background behind what is transparent; without one, nothing may be
     */
    static Bitmap of(BufferedImage image, Optional<Background> background) throws UnfitImageException {
        ColorModel model = image.getColorModel();
        boolean plain = model instanceof ComponentColorModel;
        Raster raster = image.getRaster();
        if (plain && raster.getSampleModel().getSampleSize(0) != BITS) {
            throw new UnfitImageException("has %s bits for each colour of a pixel. Convert it to 8."
                    .formatted(raster.getSampleModel().getSampleSize(0)));
        }
        if (plain && raster.getNumBands() - (model.hasAlpha() ? 1 : 0) > COLOURS) {
            throw new UnfitImageException("is neither in red, green and blue nor in grey. Convert it.");
        }
        int channels = plain ? (raster.getNumBands() < COLOURS ? 1 : COLOURS) : isGrey(model) ? 1 : COLOURS;
        byte[] levels = new byte[image.getHeight() * image.getWidth() * channels];
        int[] pixel = new int[COLOURS + 1];
        int to = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                if (plain) {
                    sample(raster, column, row, model.hasAlpha(), pixel);
                } else {
                    packed(image.getRGB(column, row), pixel);
                }
                cover(pixel, background);
                for (int channel = 0; channel < channels; channel++) {
                    levels[to++] = (byte) pixel[channel];
                }
            }
        }
        return new Bitmap(image.getHeight(), image.getWidth(), channels, levels);
    }

    /** The same image in so many channels: grey is the luma of Rec. ITU-R BT.601, as Pillow computes it. */
    Bitmap in(int wanted) {
        if (wanted == channels) {
            return this;
        }
        byte[] converted = new byte[height * width * wanted];
        for (int pixel = 0; pixel < height * width; pixel++) {
            if (wanted == 1) {
                int red = Byte.toUnsignedInt(levels[COLOURS * pixel]);
                int green = Byte.toUnsignedInt(levels[COLOURS * pixel + 1]);
                int blue = Byte.toUnsignedInt(levels[COLOURS * pixel + 2]);
                converted[pixel] = (byte) (red * 19595 + green * 38470 + blue * 7471 + 0x8000 >> 16);
            } else {
                for (int channel = 0; channel < wanted; channel++) {
                    converted[wanted * pixel + channel] = levels[pixel];
                }
            }
        }
        return new Bitmap(height, width, wanted, converted);
    }

    /** Red, green, blue and alpha of a pixel; of a grey one the same three times. */
    private static void sample(Raster raster, int column, int row, boolean alpha, int[] pixel) {
        int bands = raster.getNumBands();
        int colours = bands < COLOURS ? 1 : COLOURS;
        for (int channel = 0; channel < COLOURS; channel++) {
            pixel[channel] = raster.getSample(column, row, colours == 1 ? 0 : channel);
        }
        pixel[COLOURS] = alpha ? raster.getSample(column, row, bands - 1) : OPAQUE;
    }

    private static void packed(int argb, int[] pixel) {
        pixel[0] = argb >> 16 & OPAQUE;
        pixel[1] = argb >> 8 & OPAQUE;
        pixel[2] = argb & OPAQUE;
        pixel[COLOURS] = argb >>> 24;
    }

    private static void cover(int[] pixel, Optional<Background> background) throws UnfitImageException {
        int alpha = pixel[COLOURS];
        if (alpha == OPAQUE) {
            return;
        }
        Background behind = background.orElseThrow(() -> new UnfitImageException(
                "is transparent. Set <background> to the colour behind it, such as white, or convert it."));
        pixel[0] = Background.through(pixel[0], alpha, behind.red());
        pixel[1] = Background.through(pixel[1], alpha, behind.green());
        pixel[2] = Background.through(pixel[2], alpha, behind.blue());
    }

    private static boolean isGrey(ColorModel model) {
        if (!(model instanceof IndexColorModel palette)) {
            return false;
        }
        for (int index = 0; index < palette.getMapSize(); index++) {
            if (palette.getRed(index) != palette.getGreen(index) || palette.getRed(index) != palette.getBlue(index)) {
                return false;
            }
        }
        return true;
    }
}
