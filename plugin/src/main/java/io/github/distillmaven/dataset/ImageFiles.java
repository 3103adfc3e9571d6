package io.github.distillmaven.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * Where labelled images lie on disk, in a form that travels to a worker.
 *
 * @param format how the files are to be read
 * @param files for {@link Format#IDX} the images' file and the labels' file; for {@link Format#CIFAR10} the batches in
 *     order
 */
public record ImageFiles(Format format, List<Path> files) {

    public ImageFiles {
        files = List.copyOf(files);
    }

    /** File formats. */
    public enum Format {
        /** The format of MNIST: one file of images (3 dimensions, or 4 with channels last), one of labels. */
        IDX,
        /** The "binary version" of CIFAR-10: records of a label byte and three colour planes. */
        CIFAR10
    }
}
