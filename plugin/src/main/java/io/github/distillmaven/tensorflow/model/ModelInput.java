package io.github.distillmaven.tensorflow.model;

import java.util.Optional;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import org.tensorflow.Graph;

/**
 * What a model takes. Examples of the other kind can be fed as well: bytes as shares of 255, and floats behind the place where the
 * model turns bytes into such shares.
 *
 * @param shape of each example
 * @param bytes whether it takes unsigned bytes; else floats
 */
public record ModelInput(ExampleShape shape, boolean bytes) {

    /** What a model takes that is trained on these examples. */
    public static ModelInput of(Examples examples) {
        return new ModelInput(examples.shape(), examples.values() instanceof Values.ByteValues);
    }

    /** What the classifier in a graph takes; empty if there is none. */
    static Optional<ModelInput> in(Graph graph) {
        boolean bytes = graph.operation(Classifier.IMAGES) != null;
        return Optional.ofNullable(graph.operation(bytes ? Classifier.IMAGES : Classifier.VALUES))
                .map(input -> new ModelInput(BatchShape.example(input.output(0).shape()), bytes));
    }

    /** Name of the operation that examples are fed to. */
    String name() {
        return bytes ? Classifier.IMAGES : Classifier.VALUES;
    }

    /** Name of the operation whose output are the values that are normalised next. */
    String values() {
        return bytes ? Classifier.SHARES : Classifier.VALUES;
    }

    /** Whether these examples are fed as the bytes that they are. */
    boolean takesBytesOf(Examples examples) {
        return bytes && examples.values() instanceof Values.ByteValues;
    }

    /** Name of the operation that these examples are fed to. */
    String feeding(Examples examples) {
        return takesBytesOf(examples) ? name() : values();
    }
}
