package io.github.distillmaven.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.extension.data.ExampleShape;

/**
 * Where examples lie on disk, in a form that travels to a worker. {@link ExampleReader} reads them, {@link ExampleWriter} writes them.
 *
 * @param format how the files are to be read
 * @param files for {@link Format#ARRAYS} the values' file, and behind it the targets' file if there are targets; for {@link
 *     Format#CIFAR10} the batches in order; for {@link Format#TABLE} the table
 * @param labels classes of the files whose examples are read, as classes 0, 1 and so on in this order; empty for all as they are
 */
public record ExampleFiles(Format format, List<Path> files, List<Integer> labels) {

    /** Values that are no images in bytes. */
    static final String VALUES = "values.npy";

    /** Targets that are no classes below 256. */
    public static final String TARGETS = "labels.npy";

    private static final String GREY = "images-idx3-ubyte";
    private static final String COLOUR = "images-idx4-ubyte";
    private static final String LABELS = "labels-idx1-ubyte";

    public ExampleFiles {
        files = List.copyOf(files);
        labels = List.copyOf(labels);
    }

    /** All examples of these files. */
    public ExampleFiles(Format format, List<Path> files) {
        this(format, files, List.of());
    }

    /** File formats. */
    public enum Format {
        /**
         * One array of values, one of targets, each an {@link NpyFile} where its name ends in {@code .npy}, else an {@link IdxFile}.
         *
         * <p>Values in IDX are images in the format of MNIST (3 dimensions, or 4 with channels last), in NumPy's format float32 or
         * uint8 of any shape. Targets in IDX are classes below 256, in NumPy's format classes ([n], int32 or uint8) or
         * distributions ([n, classes], float32).
         */
        ARRAYS,
        /** The "binary version" of CIFAR-10: records of a label byte and three colour planes. */
        CIFAR10,
        /** One {@link ExampleTable}. */
        TABLE
    }

    /** Arrays of values and targets. */
    public static ExampleFiles arrays(Path values, Path targets) {
        return new ExampleFiles(Format.ARRAYS, List.of(values, targets));
    }

    /** An array of values without targets. */
    public static ExampleFiles withoutTargets(Path values) {
        return new ExampleFiles(Format.ARRAYS, List.of(values));
    }

    /**
     * Where {@link ExampleWriter} put examples of a shape and their targets.
     *
     * @param folder of the examples
     */
    public static ExampleFiles in(Path folder, ExampleShape shape) {
        Path values = folder.resolve(VALUES);
        Path targets = folder.resolve(TARGETS);
        return arrays(
                Files.exists(values) || !shape.ofAnImage() ? values : images(folder, shape),
                Files.exists(targets) ? targets : labels(folder));
    }

    /** Whether {@link ExampleWriter} writes a file of that name. */
    public static boolean names(String file) {
        return List.of(VALUES, TARGETS, GREY, COLOUR, LABELS).contains(file);
    }

    /** Images in bytes. */
    static Path images(Path folder, ExampleShape shape) {
        return folder.resolve(shape.channels() == 1 ? GREY : COLOUR);
    }

    /** Classes below 256. */
    static Path labels(Path folder) {
        return folder.resolve(LABELS);
    }
}
