package io.github.distillmaven.extension.data;

import java.util.Arrays;

/** What a model is to answer to examples. */
public sealed interface Targets {

    /** The class of an example that has no target. */
    int NO_LABEL = -1;

    /** Number of targets. */
    int count();

    /** The class of an example: that of the largest share where there is a distribution; {@link #NO_LABEL} if there is no target. */
    int label(int index);

    /** The targets at these places, in this order. */
    Targets select(int[] indices);

    /**
     * One class for each example.
     *
     * @param labels each at least 0
     */
    record Classes(int[] labels) implements Targets {

        /** @throws IllegalArgumentException if a label is below 0 */
        public Classes {
            for (int index = 0; index < labels.length; index++) {
                if (labels[index] < 0) {
                    throw new IllegalArgumentException("label %s is %s".formatted(index, labels[index]));
                }
            }
        }

        /** Classes from 0 to 255 in unsigned bytes. */
        public static Classes ofBytes(byte[] bytes) {
            int[] labels = new int[bytes.length];
            for (int index = 0; index < labels.length; index++) {
                labels[index] = Byte.toUnsignedInt(bytes[index]);
            }
            return new Classes(labels);
        }

        @Override
        public int count() {
            return labels.length;
        }

        @Override
        public int label(int index) {
            return labels[index];
        }

        @Override
        public Classes select(int[] indices) {
            return new Classes(
                    Arrays.stream(indices).map(index -> labels[index]).toArray());
        }
    }

    /**
     * A distribution over the classes for each example.
     *
     * @param rows one after the other, each with {@code classes} shares that are finite, not below 0, and sum to 1 within {@value
     *     #TOLERANCE}
     * @param classes number of classes
     */
    record Distributions(float[] rows, int classes) implements Targets {

        private static final double TOLERANCE = 1e-4;

        /** @throws IllegalArgumentException if a row is no distribution */
        public Distributions {
            if (classes < 1 || rows.length % classes != 0) {
                throw new IllegalArgumentException(
                        "%s shares are no distributions over %s classes".formatted(rows.length, classes));
            }
            for (int row = 0; row < rows.length / classes; row++) {
                double sum = 0;
                for (int index = row * classes; index < (row + 1) * classes; index++) {
                    if (!Float.isFinite(rows[index]) || rows[index] < 0) {
                        throw new IllegalArgumentException("row %s is no distribution: the share of class %s is %s"
                                .formatted(row, index - row * classes, rows[index]));
                    }
                    sum += rows[index];
                }
                if (Math.abs(sum - 1) > TOLERANCE) {
                    throw new IllegalArgumentException(
                            "row %s is no distribution: its shares sum to %s, not to 1".formatted(row, (float) sum));
                }
            }
        }

        @Override
        public int count() {
            return rows.length / classes;
        }

        /** The lowest class of equals. */
        @Override
        public int label(int index) {
            int largest = 0;
            for (int each = 1; each < classes; each++) {
                if (rows[index * classes + each] > rows[index * classes + largest]) {
                    largest = each;
                }
            }
            return largest;
        }

        @Override
        public Distributions select(int[] indices) {
            float[] selected = new float[indices.length * classes];
            for (int index = 0; index < indices.length; index++) {
                System.arraycopy(rows, indices[index] * classes, selected, index * classes, classes);
            }
            return new Distributions(selected, classes);
        }
    }

    /** Examples of which nothing is known but their values. */
    record NoTargets() implements Targets {

        @Override
        public int count() {
            return 0;
        }

        @Override
        public int label(int index) {
            return NO_LABEL;
        }

        @Override
        public NoTargets select(int[] indices) {
            return this;
        }
    }
}
