package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.format.Cifar10Batches;
import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;

/** Reads examples from disk, in any of the formats of {@link ExampleFiles.Format}. */
public final class ExampleReader {

    private ExampleReader() {}

    /**
     * Reads all examples of the files, or those of some classes.
     *
     * @throws IOException if a file is missing, truncated or of another format, if there are not as many targets as examples, if a
     *     value is infinite or not a number, or if a distribution is none; the message names the file, what was found and what was
     *     expected
     */
    public static Examples read(ExampleFiles files) throws IOException {
        Examples all = readAll(files);
        return files.labels().isEmpty() ? all : ofClasses(files.labels(), all);
    }

    private static Examples readAll(ExampleFiles files) throws IOException {
        return switch (files.format()) {
            case ARRAYS -> readArrays(files.files());
            case CIFAR10 -> Cifar10Batches.read(files.files());
            case TABLE -> ExampleTable.read(files.files().get(0)).examples();
        };
    }

    /**
     * Reads all examples of the files and holds their targets against the number of classes.
     *
     * @throws IOException as {@link #read(ExampleFiles)} does, and if a label is not in 0..classes-1, or a distribution is over another
     *     number of classes
     */
    public static Examples read(ExampleFiles files, int classes) throws IOException {
        return read(files, classes, 0);
    }

    /**
     * The same, where distributions may be over the auxiliary logits, too, which stand behind the classes.
     *
     * @param auxiliary number of these logits
     */
    public static Examples read(ExampleFiles files, int classes, int auxiliary) throws IOException {
        Examples examples = read(files);
        if (examples.targets() instanceof Targets.Distributions distributions) {
            if (distributions.classes() != classes && distributions.classes() != classes + auxiliary) {
                throw new IOException("%s holds distributions over %s classes, expected %s"
                        .formatted(files.files().get(1), distributions.classes(), classes));
            }
            return examples;
        }
        for (int index = 0; index < examples.size(); index++) {
            if (examples.label(index) >= classes) {
                throw new IOException("Example %s of %s has label %s, expected 0 to %s"
                        .formatted(index, files.files().get(0), examples.label(index), classes - 1));
            }
        }
        return examples;
    }

    private static Examples ofClasses(List<Integer> labels, Examples all) {
        int[] places = IntStream.range(0, all.size())
                .filter(place -> labels.contains(all.label(place)))
                .toArray();
        return all.select(places)
                .with(new Targets.Classes(IntStream.of(places)
                        .map(place -> labels.indexOf(all.label(place)))
                        .toArray()));
    }

    private static Examples readArrays(List<Path> files) throws IOException {
        Path file = files.get(0);
        Targets targets = files.size() == 1 ? new Targets.NoTargets() : readTargets(files.get(1));
        Examples inputs = isNpy(file) ? readNpy(file) : readImages(file);
        if (files.size() > 1 && targets.count() != inputs.size()) {
            throw new IOException("%s holds %s examples, but %s holds %s targets"
                    .formatted(file, inputs.size(), files.get(1), targets.count()));
        }
        return inputs.with(targets);
    }

    private static Targets readTargets(Path file) throws IOException {
        return isNpy(file) ? readNpyTargets(file) : readLabels(file);
    }

    private static Examples readImages(Path file) throws IOException {
        IdxFile images = IdxFile.read(file);
        List<Integer> sizes = images.dimensions();
        if (sizes.size() < 3) {
            throw new IOException(
                    "%s holds an array of %s dimensions, expected images: 3 dimensions, or 4 with channels"
                            .formatted(file, sizes.size()));
        }
        return explained(
                file,
                () -> new Examples(
                        ExampleShape.of(sizes.get(1), sizes.get(2), sizes.size() == 3 ? 1 : sizes.get(3)),
                        new Values.ByteValues(images.bytes()),
                        new Targets.NoTargets()));
    }

    private static Targets readLabels(Path file) throws IOException {
        IdxFile labels = IdxFile.read(file);
        if (labels.dimensions().size() != 1) {
            throw new IOException("%s holds an array of %s dimensions, expected labels: 1 dimension"
                    .formatted(file, labels.dimensions().size()));
        }
        return Targets.Classes.ofBytes(labels.bytes());
    }

    private static Examples readNpy(Path file) throws IOException {
        NpyFile array = NpyFile.read(file);
        List<Integer> sizes = array.dimensions();
        if (sizes.size() < 2 || array.type() == NpyFile.Type.INT32) {
            throw new IOException(
                    "%s holds an array of %s with %s dimensions, expected examples: float32 or uint8 with 2 dimensions or more"
                            .formatted(file, array.type().text(), sizes.size()));
        }
        return explained(
                file,
                () -> new Examples(
                        new ExampleShape(sizes.subList(1, sizes.size())),
                        array.type() == NpyFile.Type.UINT8
                                ? new Values.ByteValues(array.bytes())
                                : new Values.FloatValues(array.floats()),
                        new Targets.NoTargets()));
    }

    private static Targets readNpyTargets(Path file) throws IOException {
        NpyFile array = NpyFile.read(file);
        int dimensions = array.dimensions().size();
        if (array.type() == NpyFile.Type.FLOAT32 && dimensions == 2) {
            return explained(
                    file,
                    () -> new Targets.Distributions(
                            array.floats(), array.dimensions().get(1)));
        }
        if (array.type() != NpyFile.Type.FLOAT32 && dimensions == 1) {
            return array.type() == NpyFile.Type.UINT8
                    ? Targets.Classes.ofBytes(array.bytes())
                    : explained(file, () -> new Targets.Classes(array.ints()));
        }
        throw new IOException(
                "%s holds an array of %s with %s dimensions, expected targets: int32 or uint8 with 1, or float32 with 2"
                        .formatted(file, array.type().text(), dimensions));
    }

    private static boolean isNpy(Path file) {
        return file.toString().endsWith(".npy");
    }

    private static <T> T explained(Path file, Supplier<T> made) throws IOException {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
