package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import org.tensorflow.types.family.TType;

/** A fixed number of examples and targets as tensors. They are filled again and again, so that nothing is allocated per step. */
public final class Batch implements AutoCloseable {

    private final Examples examples;
    private final int size;
    private final BatchTensor values;
    private final BatchTensor targets;

    /**
     * @param bytes whether bytes stay bytes; else all values become floats
     * @param copier brings the values into the batch
     */
    Batch(Examples examples, int size, boolean bytes, ExampleCopier copier) {
        this.examples = examples;
        this.size = size;
        values = bytes
                ? BatchTensor.ofBytes(examples.shape(), size, copier)
                : BatchTensor.ofFloats(examples.shape(), size, copier);
        targets = examples.targets() instanceof Targets.Distributions distributions
                ? BatchTensor.ofDistributions(size, distributions.classes())
                : BatchTensor.ofClasses(size);
    }

    /** Of examples as they are. */
    public Batch(Examples examples, int size) {
        this(examples, size, ModelInput.of(examples).bytes(), ExampleCopier.plain(examples.shape()));
    }

    /** Number of examples. */
    public int size() {
        return size;
    }

    /** [size, ...] */
    public TType values() {
        return values.tensor();
    }

    /** [size] for classes, [size, classes] for distributions. */
    public TType targets() {
        return targets.tensor();
    }

    /** Copies the examples at {@code order[from]} to {@code order[from + size - 1]} and their targets. */
    public void fill(int[] order, int from) {
        values.fill(examples, order, from);
        targets.fill(examples, order, from);
    }

    @Override
    public void close() {
        values.close();
        targets.close();
    }
}
