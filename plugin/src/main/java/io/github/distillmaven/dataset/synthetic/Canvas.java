package io.github.distillmaven.dataset.synthetic;

import java.util.List;

/** A grey image in the making: 0 is the dark ground, 1 is white. Shapes are given in the unit square. */
final class Canvas {

    /** Rows and columns of the image. */
    static final int SIDE = 28;

    private final double[] tones = new double[SIDE * SIDE];
    private final Warp warp;
    private final double softness;

    /**
     * @param warp takes the shapes to pixels
     * @param softness width of the fading edge of every shape, in pixels, above 0
     */
    Canvas(Warp warp, double softness) {
        this.warp = warp;
        this.softness = softness;
    }

    /** The inside of an outline. */
    Coverage area(Path outline) {
        return Coverage.ofOutline(warp.apply(outline), softness);
    }

    /** Lines, {@code width} pixels wide. */
    Coverage lines(List<Path> lines, double width) {
        return Coverage.ofStrokes(lines.stream().map(warp::apply).toList(), width, softness);
    }

    /** Paints over what is there. */
    void paint(Coverage coverage, double tone) {
        for (int pixel = 0; pixel < tones.length; pixel++) {
            tones[pixel] += coverage.share(pixel) * (tone - tones[pixel]);
        }
    }

    /** Brightens what is there along a direction and darkens it against it; by the slopes per half side of the image. */
    void shade(double slopeX, double slopeY) {
        for (int pixel = 0; pixel < tones.length; pixel++) {
            double x = (pixel % SIDE + 0.5) * 2 / SIDE - 1;
            double y = (pixel / SIDE + 0.5) * 2 / SIDE - 1;
            tones[pixel] *= 1 + slopeX * x + slopeY * y;
        }
    }

    /** The image, row by row, with grain of the given strength on every pixel. */
    byte[] pixels(double grain, Chance chance) {
        byte[] pixels = new byte[tones.length];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            double tone = tones[pixel] + grain * chance.bell();
            pixels[pixel] = (byte) (int) Math.min(Math.max(255 * tone + 0.5, 0), 255);
        }
        return pixels;
    }
}
