package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.extension.ExampleShape;
import io.github.distillmaven.extension.Examples;

/** Reads labelled images from disk, in any of the formats of {@link ExampleFiles.Format}. */
public final class ExampleReader {

    private ExampleReader() {}

    /**
     * Reads all images of the files.
     *
     * @throws IOException if a file is missing, truncated or of another format, or if there are not as many labels as
     *     images; the message names the file, what was found and what was expected
     */
    public static Examples read(ExampleFiles files) throws IOException {
        return switch (files.format()) {
            case ARRAYS -> readIdx(files.files().get(0), files.files().get(1));
            case CIFAR10 -> Cifar10Batches.read(files.files());
        };
    }

    /**
     * Reads all images of the files and holds their labels against the number of classes.
     *
     * @throws IOException as {@link #read(ExampleFiles)} does, and if a label is not in 0..classes-1
     */
    public static Examples read(ExampleFiles files, int classes) throws IOException {
        Examples images = read(files);
        for (int index = 0; index < images.size(); index++) {
            if (images.label(index) >= classes) {
                throw new IOException("Image %s of %s has label %s, expected 0 to %s"
                        .formatted(index, files.files().get(0), images.label(index), classes - 1));
            }
        }
        return images;
    }

    private static Examples readIdx(Path imagesFile, Path labelsFile) throws IOException {
        IdxFile labels = IdxFile.read(labelsFile);
        if (labels.dimensions().size() != 1) {
            throw new IOException("%s holds an array of %s dimensions, expected labels: 1 dimension"
                    .formatted(labelsFile, labels.dimensions().size()));
        }
        IdxFile images = IdxFile.read(imagesFile);
        List<Integer> dimensions = images.dimensions();
        if (dimensions.size() < 3) {
            throw new IOException(
                    "%s holds an array of %s dimensions, expected images: 3 dimensions, or 4 with channels"
                            .formatted(imagesFile, dimensions.size()));
        }
        if (!dimensions.get(0).equals(labels.dimensions().get(0))) {
            throw new IOException("%s holds %s images, but %s holds %s labels"
                    .formatted(
                            imagesFile,
                            dimensions.get(0),
                            labelsFile,
                            labels.dimensions().get(0)));
        }
        ExampleShape shape =
                ExampleShape.of(dimensions.get(1), dimensions.get(2), dimensions.size() == 3 ? 1 : dimensions.get(3));
        return Examples.ofBytes(shape, images.bytes(), labels.bytes());
    }
}
