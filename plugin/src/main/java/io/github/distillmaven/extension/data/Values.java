package io.github.distillmaven.extension.data;

/** The numbers that examples consist of, one example after the other. */
public sealed interface Values {

    /** Number of values of all examples. */
    int count();

    /** A value as a model sees it before it is normalised. */
    float at(int index);

    /**
     * The values of some examples.
     *
     * @param examples their places
     * @param size values of one example
     */
    Values select(int[] examples, int size);

    /**
     * Grey levels and the like: 0..255, seen as shares of 255.
     *
     * @param bytes unsigned
     */
    record ByteValues(byte[] bytes) implements Values {

        private static final float MAXIMUM = 255;

        @Override
        public int count() {
            return bytes.length;
        }

        @Override
        public float at(int index) {
            return Byte.toUnsignedInt(bytes[index]) / MAXIMUM;
        }

        @Override
        public ByteValues select(int[] examples, int size) {
            byte[] selected = new byte[Math.multiplyExact(examples.length, size)];
            for (int index = 0; index < examples.length; index++) {
                System.arraycopy(bytes, examples[index] * size, selected, index * size, size);
            }
            return new ByteValues(selected);
        }
    }

    /**
     * Numbers of single precision, seen as they are.
     *
     * @param floats finite
     */
    record FloatValues(float[] floats) implements Values {

        /** @throws IllegalArgumentException if a value is infinite or not a number */
        public FloatValues {
            for (int index = 0; index < floats.length; index++) {
                if (!Float.isFinite(floats[index])) {
                    throw new IllegalArgumentException(
                            "value %s is %s, expected a finite number".formatted(index, floats[index]));
                }
            }
        }

        @Override
        public int count() {
            return floats.length;
        }

        @Override
        public float at(int index) {
            return floats[index];
        }

        @Override
        public FloatValues select(int[] examples, int size) {
            float[] selected = new float[Math.multiplyExact(examples.length, size)];
            for (int index = 0; index < examples.length; index++) {
                System.arraycopy(floats, examples[index] * size, selected, index * size, size);
            }
            return new FloatValues(selected);
        }
    }
}
