package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;

/** Writes examples to disk, in a form that {@link ExampleReader} reads. */
public final class ExampleWriter {

    private static final int CLASSES_OF_A_BYTE = 256;

    private ExampleWriter() {}

    /**
     * Writes images in bytes to {@code images-idx3-ubyte} (for colour {@code images-idx4-ubyte}, channels last), other values to
     * {@code values.npy}; classes below 256 to {@code labels-idx1-ubyte}, other targets to {@code labels.npy}.
     *
     * @param folder an existing, empty folder
     * @return what was written
     */
    public static ExampleFiles write(Examples examples, Path folder) throws IOException {
        Path values = writeValues(examples, folder);
        return examples.targets() instanceof Targets.NoTargets
                ? ExampleFiles.withoutTargets(values)
                : ExampleFiles.arrays(values, writeTargets(examples, folder));
    }

    private static Path writeValues(Examples examples, Path folder) throws IOException {
        if (examples.values() instanceof Values.ByteValues && examples.shape().ofAnImage()) {
            Path images = ExampleFiles.images(folder, examples.shape());
            IdxFile.ofImages(examples).write(images);
            return images;
        }
        List<Integer> dimensions = Stream.concat(Stream.of(examples.size()), examples.shape().sizes().stream())
                .toList();
        Path file = folder.resolve(ExampleFiles.VALUES);
        NpyFile array = examples.values() instanceof Values.FloatValues numbers
                ? NpyFile.of(dimensions, numbers.floats())
                : NpyFile.of(dimensions, examples.bytes());
        array.write(file);
        return file;
    }

    private static Path writeTargets(Examples examples, Path folder) throws IOException {
        Path file = folder.resolve(ExampleFiles.TARGETS);
        if (examples.targets() instanceof Targets.Distributions distributions) {
            NpyFile.of(List.of(distributions.count(), distributions.classes()), distributions.rows())
                    .write(file);
            return file;
        }
        int[] labels = examples.labels();
        if (Arrays.stream(labels).anyMatch(label -> label >= CLASSES_OF_A_BYTE)) {
            NpyFile.of(List.of(labels.length), labels).write(file);
            return file;
        }
        Path bytes = ExampleFiles.labels(folder);
        IdxFile.ofLabels(examples).write(bytes);
        return bytes;
    }
}
