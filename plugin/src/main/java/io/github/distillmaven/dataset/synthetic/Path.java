package io.github.distillmaven.dataset.synthetic;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/** A line through points of the plane: x to the right, y down. Drawings use the unit square. */
final class Path {

    private static final int STEPS_PER_CURVE = 6;
    private static final int STEPS_PER_TURN = 24;

    private final double[] coordinates;

    private Path(double[] coordinates) {
        this.coordinates = coordinates;
    }

    /** Straight lines from point to point. */
    static Path straight(double... coordinates) {
        return new Path(coordinates);
    }

    /** A smooth curve through the points. */
    static Path smooth(double... coordinates) {
        return straight(coordinates).rounded();
    }

    /** A part of an ellipse. Angles are in turns, from the right, clockwise as y points down. */
    static Path arc(double centreX, double centreY, double radiusX, double radiusY, double from, double to) {
        int steps = Math.max(2, (int) (Math.abs(to - from) * STEPS_PER_TURN));
        double[] curve = new double[2 * (steps + 1)];
        for (int step = 0; step <= steps; step++) {
            double angle = 2 * Math.PI * (from + (to - from) * step / steps);
            curve[2 * step] = centreX + radiusX * StrictMath.cos(angle);
            curve[2 * step + 1] = centreY + radiusY * StrictMath.sin(angle);
        }
        return new Path(curve);
    }

    /** This line, then the other. */
    Path then(Path other) {
        return new Path(DoubleStream.concat(Arrays.stream(coordinates), Arrays.stream(other.coordinates))
                .toArray());
    }

    /** The Catmull-Rom spline through the points of this line. */
    Path rounded() {
        double[] curve = new double[2 * ((size() - 1) * STEPS_PER_CURVE + 1)];
        for (int step = 0; step < curve.length / 2; step++) {
            int from = Math.min(step / STEPS_PER_CURVE, size() - 2);
            double t = step / (double) STEPS_PER_CURVE - from;
            for (int axis = 0; axis < 2; axis++) {
                double before = coordinates[2 * Math.max(from - 1, 0) + axis];
                double start = coordinates[2 * from + axis];
                double end = coordinates[2 * (from + 1) + axis];
                double after = coordinates[2 * Math.min(from + 2, size() - 1) + axis];
                curve[2 * step + axis] = interpolate(before, start, end, after, t);
            }
        }
        return new Path(curve);
    }

    private static double interpolate(double before, double start, double end, double after, double t) {
        double slope = end - before;
        double bend = 2 * before - 5 * start + 4 * end - after;
        double twist = 3 * (start - end) + after - before;
        return start + 0.5 * t * (slope + t * (bend + t * twist));
    }

    /** The mirror image about x = 0.5. */
    Path mirrorImage() {
        return map((x, y) -> 1 - x, (x, y) -> y);
    }

    /** This line from the first point to the last, then its mirror image about x = 0.5 from the last to the first. */
    Path withMirrorImage() {
        double[] mirrored = new double[coordinates.length];
        for (int point = 0; point < size(); point++) {
            mirrored[2 * point] = 1 - x(size() - 1 - point);
            mirrored[2 * point + 1] = y(size() - 1 - point);
        }
        return then(new Path(mirrored));
    }

    /** The line through the points that the two functions make of x and y of each point. */
    Path map(DoubleBinaryOperator toX, DoubleBinaryOperator toY) {
        double[] mapped = new double[coordinates.length];
        for (int point = 0; point < size(); point++) {
            mapped[2 * point] = toX.applyAsDouble(x(point), y(point));
            mapped[2 * point + 1] = toY.applyAsDouble(x(point), y(point));
        }
        return new Path(mapped);
    }

    int size() {
        return coordinates.length / 2;
    }

    double x(int point) {
        return coordinates[2 * point];
    }

    double y(int point) {
        return coordinates[2 * point + 1];
    }
}
