package io.github.distillmaven.dataset.own;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.Seeds;
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
import org.apache.commons.rng.sampling.ListSampler;
import org.kohsuke.MetaInfServices;

/** Images as files, in a folder for each class. They are mixed, the same way each time, so that the first ones are of all classes. */
@MetaInfServices(DatasetFormat.class)
public final class ImageFolder implements DatasetFormat {

    private static final String AS_FOUND = "as-found";

    private static final Option<String> SIZE = new Option<>(
            "size",
            ValueType.of("a height and a width such as 32x32, or as-found", ImageFolder::sizes),
            AS_FOUND,
            "Height and width that all images are scaled to, such as `32x32`; `as-found` refuses images that differ.");
    private static final Option<String> CHANNELS = new Option<>(
            "channels",
            ValueType.oneOf(List.of(AS_FOUND, "1", "3")),
            AS_FOUND,
            "1 makes all images grey, 3 all of them red, green and blue; `as-found` refuses images that differ.");
    private static final Option<String> BACKGROUND = new Option<>(
            "background",
            ValueType.of("none, white, black, or a colour such as #ff8000", Background::checked),
            "none",
            "Colour behind transparent pixels: `white`, `black`, or a colour such as `#ff8000`; `none` refuses transparent images.");
    private static final Seeds ORDER = new Seeds(2019);

    @Override
    public String id() {
        return "directory";
    }

    @Override
    public String meaning() {
        return "a folder of images, PNG, JPEG or BMP, as `class/file` or `train/class/file` and `test/class/file`";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SIZE, CHANNELS, BACKGROUND);
    }

    @Override
    public SortedMap<String, Path> files(Path place, Choice choice) throws UnfitDataException {
        return ClassFolders.of(place).files();
    }

    @Override
    public FoundData read(SortedMap<String, Path> files, Choice choice) throws UnfitDataException {
        List<String> classes = ClassFolders.classes(files.keySet());
        SortedMap<String, Path> train = new TreeMap<>(files);
        train.keySet().removeIf(ClassFolders::isTest);
        SortedMap<String, Path> test = new TreeMap<>(files);
        test.keySet().removeIf(name -> !ClassFolders.isTest(name));
        if (train.isEmpty()) {
            throw new UnfitDataException("There are images to test with, but the folder train holds none.");
        }
        ImageReading reading = new ImageReading(size(choice), channels(choice), Background.of(choice.get(BACKGROUND)));
        ExampleShape shape = reading.shape(files.values());
        return new FoundData(
                read(train, "train", classes, reading, shape),
                test.isEmpty() ? Optional.empty() : Optional.of(read(test, "test", classes, reading, shape)),
                classes);
    }

    private static Examples read(
            SortedMap<String, Path> files, String part, List<String> classes, ImageReading reading, ExampleShape shape)
            throws UnfitDataException {
        List<String> names = new ArrayList<>(files.keySet());
        ListSampler.shuffle(ORDER.stream("own/" + part), names);
        int[] labels = names.stream()
                .mapToInt(name -> classes.indexOf(ClassFolders.classOf(name)))
                .toArray();
        byte[] pixels = reading.read(names.stream().map(files::get).toList(), shape);
        return new Examples(shape, new Values.ByteValues(pixels), new Targets.Classes(labels));
    }

    private static String sizes(String text) {
        if (!text.equals(AS_FOUND) && !text.matches("[1-9][0-9]{0,3}x[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Optional<ExampleShape> size(Choice choice) {
        String text = choice.get(SIZE);
        if (text.equals(AS_FOUND)) {
            return Optional.empty();
        }
        String[] sides = text.split("x");
        return Optional.of(ExampleShape.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
    }

    private static Optional<Integer> channels(Choice choice) {
        String text = choice.get(CHANNELS);
        return text.equals(AS_FOUND) ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }
}
