package io.github.distillmaven.dataset.own;

/**
 * Scales an image by areas: a new pixel is the mean of what lies under it, each old pixel by the part of it that does, in whole numbers and
 * so the same on every machine. Sides are scaled each for itself.
 *
 * @param height rows of the new image
 * @param width its columns
 */
record AreaScaling(int height, int width) {

    Bitmap scale(Bitmap image) {
        if (image.height() == height && image.width() == width) {
            return image;
        }
        byte[] levels = new byte[height * width * image.channels()];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                for (int channel = 0; channel < image.channels(); channel++) {
                    levels[(row * width + column) * image.channels() + channel] = mean(image, row, column, channel);
                }
            }
        }
        return new Bitmap(height, width, image.channels(), levels);
    }

    /** Lengths are counted so that an old pixel is as high as there are new rows, and a new one as there are old rows. */
    private byte mean(Bitmap image, int row, int column, int channel) {
        long top = (long) row * image.height();
        long left = (long) column * image.width();
        long sum = 0;
        for (long y = top / height; y * height < top + image.height(); y++) {
            long rows = overlap(y * height, height, top, image.height());
            for (long x = left / width; x * width < left + image.width(); x++) {
                long columns = overlap(x * width, width, left, image.width());
                int place = (int) ((y * image.width() + x) * image.channels() + channel);
                sum += rows * columns * Byte.toUnsignedInt(image.levels()[place]);
            }
        }
        long area = (long) image.height() * image.width();
        return (byte) ((sum + area / 2) / area);
    }

    private static long overlap(long from, int length, long otherFrom, int otherLength) {
        return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
    }
}
