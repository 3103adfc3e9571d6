package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.extension.data.Values;

/**
 * Copies examples as they are.
 *
 * @param size values of one example
 */
record PlainCopier(int size) implements ExampleCopier {

    @Override
    public void copy(byte[] source, int from, byte[] target, int to) {
        System.arraycopy(source, from, target, to, size);
    }

    @Override
    public void copy(Values source, int from, float[] target, int to) {
        for (int index = 0; index < size; index++) {
            target[to + index] = source.at(from + index);
        }
    }
}
