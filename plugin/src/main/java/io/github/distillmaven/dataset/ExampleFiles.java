package io.github.distillmaven.dataset;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.extension.ExampleShape;

/**
 * Where examples lie on disk, in a form that travels to a worker. {@link ExampleReader} reads them, {@link ExampleWriter} writes them.
 *
 * @param format how the files are to be read
 * @param files for {@link Format#ARRAYS} the values' file, and behind it the targets' file if there are targets; for {@link
 *     Format#CIFAR10} the batches in order
 */
public record ExampleFiles(Format format, List<Path> files) {

    private static final String GREY = "images-idx3-ubyte";
    private static final String COLOUR = "images-idx4-ubyte";
    private static final String LABELS = "labels-idx1-ubyte";

    public ExampleFiles {
        files = List.copyOf(files);
    }

    /** File formats. */
    public enum Format {
        /**
         * One array of values, one of targets. Values are images in the format of MNIST (3 dimensions, or 4 with channels last).
         */
        ARRAYS,
        /** The "binary version" of CIFAR-10: records of a label byte and three colour planes. */
        CIFAR10
    }

    /** Arrays of values and targets. */
    static ExampleFiles arrays(Path values, Path targets) {
        return new ExampleFiles(Format.ARRAYS, List.of(values, targets));
    }

    /**
     * Where {@link ExampleWriter} put examples of a shape and their targets.
     *
     * @param folder of the examples
     */
    public static ExampleFiles in(Path folder, ExampleShape shape) {
        return arrays(folder.resolve(shape.channels() == 1 ? GREY : COLOUR), folder.resolve(LABELS));
    }
}
