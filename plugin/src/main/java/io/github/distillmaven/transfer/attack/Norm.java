package io.github.distillmaven.transfer.attack;

import io.github.distillmaven.extension.data.ExampleShape;

/** How far apart two examples are. */
enum Norm {
    /** The largest difference of a coordinate. Steps have equal size in every coordinate. */
    LINF {
        @Override
        void step(float[] moved, float[] slope, int from, int to, float size) {
            for (int index = from; index < to; index++) {
                moved[index] += size * Math.signum(slope[index]);
            }
        }

        @Override
        void bringBack(float[] moved, float[] centre, int from, int to, float epsilon) {
            for (int index = from; index < to; index++) {
                moved[index] = Math.max(centre[index] - epsilon, Math.min(centre[index] + epsilon, moved[index]));
            }
        }

        @Override
        double longest(ExampleShape shape) {
            return 1;
        }
    },
    /** The length of the straight line. Steps follow the gradient, of whatever length that is. */
    L2 {
        @Override
        void step(float[] moved, float[] slope, int from, int to, float size) {
            double squares = 0;
            for (int index = from; index < to; index++) {
                squares += (double) slope[index] * slope[index];
            }
            double scale = size / (Math.sqrt(squares) + LEAST_LENGTH);
            for (int index = from; index < to; index++) {
                moved[index] += (float) (scale * slope[index]);
            }
        }

        @Override
        void bringBack(float[] moved, float[] centre, int from, int to, float epsilon) {
            double squares = 0;
            for (int index = from; index < to; index++) {
                double difference = (double) moved[index] - centre[index];
                squares += difference * difference;
            }
            double length = Math.sqrt(squares);
            if (length <= epsilon) {
                return;
            }
            double scale = epsilon / length;
            for (int index = from; index < to; index++) {
                moved[index] = (float) (centre[index] + scale * ((double) moved[index] - centre[index]));
            }
        }

        @Override
        double longest(ExampleShape shape) {
            return Math.sqrt(shape.values());
        }
    };

    /** Added to the length of a gradient, so that one of length 0 moves nothing (as in MadryLab's robustness). */
    private static final double LEAST_LENGTH = 1e-10;

    /** Moves the values of one example, which are those in [from, to), by a step of this size up a slope. */
    abstract void step(float[] moved, float[] slope, int from, int to, float size);

    /** Brings the values of one example to the nearest point of the ball around its centre. */
    abstract void bringBack(float[] moved, float[] centre, int from, int to, float epsilon);

    /** The largest distance of two examples whose values are all from 0 to 1. */
    abstract double longest(ExampleShape shape);
}
