package io.github.distillmaven.dataset.own;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.extension.format.FoundData;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.kohsuke.MetaInfServices;

/** Arrays of NumPy's, in one {@code .npz} or as {@code .npy} files in a folder; those of the test part may be missing. */
@MetaInfServices(DatasetFormat.class)
public final class NumpyArrays implements DatasetFormat {

    private static final Option<String> TRAIN = name("trainValues", "x_train", "training images");
    private static final Option<String> TRAIN_LABELS = name("trainLabels", "y_train", "labels of the training images");
    private static final Option<String> TEST = name("testValues", "x_test", "test images");
    private static final Option<String> TEST_LABELS = name("testLabels", "y_test", "labels of the test images");
    private static final String ARRAY = ".npy";
    private static final int IMAGES = 3;

    private static Option<String> name(String option, String usual, String what) {
        return new Option<>(
                option, ValueType.text("the name of an array"), usual, "Name of the array of the " + what + ".");
    }

    @Override
    public String id() {
        return "npz";
    }

    @Override
    public String meaning() {
        return "a NumPy `.npz` with the arrays `x_train`, `y_train`, `x_test` and `y_test`, or a folder with each as `.npy`";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(TRAIN, TRAIN_LABELS, TEST, TEST_LABELS, PixelScale.MAXIMUM);
    }

    @Override
    public SortedMap<String, Path> files(Path place, Choice choice) throws UnfitDataException {
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(place)) {
            files.putAll(FileTree.of(place).files());
            return files;
        }
        for (Option<String> option : List.of(TRAIN, TRAIN_LABELS, TEST, TEST_LABELS)) {
            Path file = place.resolve(choice.get(option) + ARRAY);
            if (Files.isRegularFile(file)) {
                files.put(choice.get(option) + ARRAY, file);
            }
        }
        if (files.isEmpty()) {
            throw new UnfitDataException("%s holds no file %s.".formatted(place, choice.get(TRAIN) + ARRAY));
        }
        return files;
    }

    @Override
    public FoundData read(SortedMap<String, Path> files, Choice choice) throws UnfitDataException {
        Path first = Objects.requireNonNull(files.get(files.firstKey()));
        if (files.size() > 1 || files.firstKey().endsWith(ARRAY)) {
            return read(
                    new Arrays(first.resolveSibling("").toString(), name -> {
                        Path file = files.get(name + ARRAY);
                        return file == null ? Optional.empty() : Optional.of(Files.newInputStream(file));
                    }),
                    choice);
        }
        try (ZipFile packed = new ZipFile(first.toFile())) {
            return read(
                    new Arrays(first.toString(), name -> {
                        ZipEntry entry = packed.getEntry(name + ARRAY);
                        return entry == null ? Optional.empty() : Optional.of(packed.getInputStream(entry));
                    }),
                    choice);
        } catch (IOException e) {
            throw new UnfitDataException(first + " is not a NumPy .npz, or is damaged.");
        }
    }

    private static FoundData read(Arrays arrays, Choice choice) throws UnfitDataException {
        Examples train = read(arrays, choice.get(TRAIN), choice.get(TRAIN_LABELS), choice)
                .orElseThrow(() -> new UnfitDataException("%s holds no array '%s'. Name the array in <%s>."
                        .formatted(arrays.place(), choice.get(TRAIN), TRAIN.name())));
        return NumberedLabels.named(
                "'" + choice.get(TRAIN_LABELS) + "'",
                train,
                read(arrays, choice.get(TEST), choice.get(TEST_LABELS), choice));
    }

    private static Optional<Examples> read(Arrays arrays, String images, String labels, Choice choice)
            throws UnfitDataException {
        Optional<NumpyArray> values = arrays.find(images);
        Optional<NumpyArray> classes = arrays.find(labels);
        if (values.isEmpty() && classes.isEmpty()) {
            return Optional.empty();
        }
        if (values.isEmpty() || classes.isEmpty()) {
            throw new UnfitDataException("%s holds an array '%s', but none '%s'."
                    .formatted(arrays.place(), values.isEmpty() ? labels : images, values.isEmpty() ? images : labels));
        }
        ExampleShape shape = shape(images, values.get().dimensions());
        Targets.Classes targets = new Targets.Classes(labels(labels, classes.get()));
        if (targets.count() != values.get().dimensions().get(0)) {
            throw new UnfitDataException("'%s' holds %s images, and '%s' %s labels."
                    .formatted(images, values.get().dimensions().get(0), labels, targets.count()));
        }
        return Optional.of(new Examples(
                shape, new Values.ByteValues(levels(images, values.get(), shape, PixelScale.of(choice))), targets));
    }

    private static ExampleShape shape(String name, List<Integer> dimensions) throws UnfitDataException {
        List<Integer> sizes = new ArrayList<>(dimensions);
        if (sizes.size() == IMAGES) {
            sizes.add(1);
        }
        if (dimensions.size() >= IMAGES && dimensions.get(0) == 0) {
            throw new UnfitDataException("'%s' holds no images: its shape is %s.".formatted(name, dimensions));
        }
        if (sizes.size() != IMAGES + 1 || !List.of(1, 3).contains(sizes.get(IMAGES)) || sizes.contains(0)) {
            throw new UnfitDataException(
                    "'%s' has the shape %s, expected images: [number, height, width], or [number, height, width, channels] with 1 or 3 channels. numpy.moveaxis moves channels to the end."
                            .formatted(name, dimensions));
        }
        return new ExampleShape(sizes.subList(1, sizes.size()));
    }

    private static byte[] levels(String name, NumpyArray array, ExampleShape shape, PixelScale scale)
            throws UnfitDataException {
        byte[] levels = new byte[array.elements()];
        for (int index = 0; index < levels.length; index++) {
            double number = array.at(index);
            if (!scale.fits(number)) {
                throw scale.refusal(number, "Image " + index / shape.values() + " of '" + name + "'");
            }
            levels[index] = scale.level(number);
        }
        return levels;
    }

    private static int[] labels(String name, NumpyArray array) throws UnfitDataException {
        List<Integer> dimensions = array.dimensions();
        if (dimensions.size() != 1 && !(dimensions.size() == 2 && dimensions.get(1) == 1)) {
            throw new UnfitDataException(
                    "'%s' has the shape %s, expected one label for each image. Of shares for each class, save argmax(axis=1)."
                            .formatted(name, dimensions));
        }
        int[] labels = new int[array.elements()];
        for (int index = 0; index < labels.length; index++) {
            double label = array.at(index);
            if (!(label >= 0 && label <= Integer.MAX_VALUE && label == Math.rint(label))) {
                throw new UnfitDataException(
                        "'%s' holds the label %s, expected whole numbers from 0 or from 1.".formatted(name, label));
            }
            labels[index] = (int) label;
        }
        return labels;
    }

    /** Finds the content of an array by its name. */
    @FunctionalInterface
    private interface Content {

        Optional<InputStream> of(String name) throws IOException;
    }

    private record Arrays(String place, Content content) {

        Optional<NumpyArray> find(String name) throws UnfitDataException {
            try {
                Optional<InputStream> found = content.of(name);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                try (InputStream input = new BufferedInputStream(found.get())) {
                    return Optional.of(NumpyArray.read("'" + name + "'", input));
                }
            } catch (IOException e) {
                throw new UnfitDataException("'%s' in %s cannot be read: %s.".formatted(name, place, e.getMessage()));
            }
        }
    }
}
