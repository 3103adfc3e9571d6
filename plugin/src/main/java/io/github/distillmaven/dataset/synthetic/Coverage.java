package io.github.distillmaven.dataset.synthetic;

import java.util.Arrays;
import java.util.List;

/** Which share of each pixel a shape covers, from its distance to the pixel's centre. */
final class Coverage {

    private final double[] shares;

    private Coverage(double[] shares) {
        this.shares = shares;
    }

    /**
     * Lines with round ends.
     *
     * @param lines in pixels
     * @param width of the lines, in pixels
     * @param softness width of the edge that fades, in pixels, above 0
     */
    static Coverage ofStrokes(List<Path> lines, double width, double softness) {
        double reach = (width + softness) / 2;
        double[] distances = fresh(reach);
        for (Path line : lines) {
            for (int point = 1; point < line.size(); point++) {
                lower(distances, line, point - 1, point, reach);
            }
        }
        double[] shares = new double[distances.length];
        for (int pixel = 0; pixel < shares.length; pixel++) {
            shares[pixel] = share(width / 2 - Math.sqrt(distances[pixel]), softness);
        }
        return new Coverage(shares);
    }

    /**
     * What a line encloses, the last point joined to the first; parts enclosed twice are outside.
     *
     * @param line in pixels
     * @param softness width of the edge that fades, in pixels, above 0
     */
    static Coverage ofOutline(Path line, double softness) {
        double reach = softness / 2;
        double[] distances = fresh(reach);
        boolean[] inside = new boolean[distances.length];
        for (int point = 0; point < line.size(); point++) {
            int previous = point == 0 ? line.size() - 1 : point - 1;
            lower(distances, line, previous, point, reach);
            cross(inside, line, previous, point);
        }
        double[] shares = new double[distances.length];
        for (int pixel = 0; pixel < shares.length; pixel++) {
            double distance = Math.sqrt(distances[pixel]);
            shares[pixel] = share(inside[pixel] ? distance : -distance, softness);
        }
        return new Coverage(shares);
    }

    /** What both cover. */
    Coverage within(Coverage other) {
        double[] product = new double[shares.length];
        for (int pixel = 0; pixel < product.length; pixel++) {
            product[pixel] = shares[pixel] * other.shares[pixel];
        }
        return new Coverage(product);
    }

    /** In [0, 1]. */
    double share(int pixel) {
        return shares[pixel];
    }

    private static double share(double depth, double softness) {
        double t = Math.min(Math.max(depth / softness + 0.5, 0), 1);
        return t * t * (3 - 2 * t);
    }

    private static double[] fresh(double reach) {
        double[] squaredDistances = new double[Canvas.SIDE * Canvas.SIDE];
        Arrays.fill(squaredDistances, reach * reach);
        return squaredDistances;
    }

    /** Lowers the squared distances of the pixels' centres, where a segment is nearer than what is there. */
    private static void lower(double[] squaredDistances, Path line, int from, int to, double reach) {
        double x = line.x(from);
        double y = line.y(from);
        double dx = line.x(to) - x;
        double dy = line.y(to) - y;
        double squaredLength = dx * dx + dy * dy;
        int lastRow = clip(Math.max(y, y + dy) + reach);
        int lastColumn = clip(Math.max(x, x + dx) + reach);
        for (int row = clip(Math.min(y, y + dy) - reach); row <= lastRow; row++) {
            for (int column = clip(Math.min(x, x + dx) - reach); column <= lastColumn; column++) {
                double px = column + 0.5 - x;
                double py = row + 0.5 - y;
                double along = squaredLength == 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / squaredLength, 0), 1);
                double awayX = px - along * dx;
                double awayY = py - along * dy;
                int pixel = row * Canvas.SIDE + column;
                squaredDistances[pixel] = Math.min(squaredDistances[pixel], awayX * awayX + awayY * awayY);
            }
        }
    }

    /** Flips every pixel to the left of a segment: after all segments of an outline, its inside is true. */
    private static void cross(boolean[] inside, Path line, int from, int to) {
        double top = Math.min(line.y(from), line.y(to));
        double bottom = Math.max(line.y(from), line.y(to));
        for (int row = clip(top - 1); row <= clip(bottom + 1); row++) {
            double y = row + 0.5;
            if (top <= y && y < bottom) {
                double way = (y - line.y(from)) / (line.y(to) - line.y(from));
                double crossing = line.x(from) + way * (line.x(to) - line.x(from));
                for (int column = 0; column < Canvas.SIDE && column + 0.5 < crossing; column++) {
                    inside[row * Canvas.SIDE + column] ^= true;
                }
            }
        }
    }

    private static int clip(double coordinate) {
        return (int) Math.min(Math.max(coordinate, 0), Canvas.SIDE - 1);
    }
}
