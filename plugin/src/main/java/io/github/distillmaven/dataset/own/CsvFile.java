package io.github.distillmaven.dataset.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

/** A table with an image in each row, or two of them: {@code train.csv} and {@code test.csv}. */
@MetaInfServices(DatasetFormat.class)
public final class CsvFile implements DatasetFormat {

    private static final String NO_SHAPE = "none";
    private static final Option<String> LABEL = new Option<>(
            "label", ValueType.text("the name of a column"), "label", "Name of the column that holds the labels.");
    private static final Option<String> SHAPE = new Option<>(
            "shape",
            ValueType.of("a height, a width and 1 or 3 channels, such as 28x28x1", text -> {
                if (!text.matches(NO_SHAPE + "|[1-9]\\d{0,3}x[1-9]\\d{0,3}(x[13])?")) {
                    throw new IllegalArgumentException(text);
                }
                return text;
            }),
            NO_SHAPE,
            "Height, width and channels of each image, such as `28x28x1`. The other columns are its pixels, row by row.");
    private static final Option<String> DELIMITER = new Option<>(
            "delimiter",
            ValueType.oneOf(List.of("comma", "semicolon", "tab")),
            "comma",
            "Separator of the columns: `comma`, `semicolon` or `tab`.");
    private static final String TRAIN = "train.csv";
    private static final String TEST = "test.csv";

    /** Numbers by their value, other names in alphanumeric order. */
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> isNumber(name) ? Long.parseLong(name) : Long.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String meaning() {
        return "a CSV file whose first row names the columns, or a folder with `train.csv` and `test.csv`";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LABEL, SHAPE, DELIMITER, PixelScale.MAXIMUM);
    }

    @Override
    public SortedMap<String, Path> files(Path place, Choice choice) throws UnfitDataException {
        if (choice.get(SHAPE).equals(NO_SHAPE)) {
            throw new UnfitDataException("<shape> is missing. Give it, such as 28x28x1.");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(place)) {
            files.put(TRAIN, FileTree.of(place).files().values().iterator().next());
            return files;
        }
        Stream.of(TRAIN, TEST)
                .filter(name -> Files.isRegularFile(place.resolve(name)))
                .forEach(name -> files.put(name, place.resolve(name)));
        if (!files.containsKey(TRAIN)) {
            throw new UnfitDataException("%s holds no file %s.".formatted(place, TRAIN));
        }
        return files;
    }

    @Override
    public FoundData read(SortedMap<String, Path> files, Choice choice) throws UnfitDataException {
        String sizes = choice.get(SHAPE);
        ExampleShape shape = ExampleShape.of(
                Stream.of((sizes.indexOf('x') == sizes.lastIndexOf('x') ? sizes + "x1" : sizes).split("x"))
                        .mapToInt(Integer::parseInt)
                        .toArray());
        Path file = Objects.requireNonNull(files.get(TRAIN));
        CsvTable train = read(file, shape, choice);
        Path further = files.get(TEST);
        Optional<CsvTable> test = further == null ? Optional.empty() : Optional.of(read(further, shape, choice));
        List<String> classes = Stream.concat(
                        train.labels().stream(), test.stream().flatMap(table -> table.labels().stream()))
                .distinct()
                .sorted(ORDER)
                .toList();
        if (train.labels().isEmpty()) {
            throw new UnfitDataException(file + " holds no row below the names of the columns.");
        }
        return new FoundData(
                examples(train, shape, classes), test.map(table -> examples(table, shape, classes)), classes);
    }

    private static boolean isNumber(String name) {
        return name.matches("\\d{1,18}");
    }

    private static CsvTable read(Path file, ExampleShape shape, Choice choice) throws UnfitDataException {
        char delimiter = switch (choice.get(DELIMITER)) {
            case "semicolon" -> ';';
            case "tab" -> '\t';
            default -> ',';
        };
        return CsvTable.read(file, delimiter, choice.get(LABEL), shape, PixelScale.of(choice));
    }

    private static Examples examples(CsvTable table, ExampleShape shape, List<String> classes) {
        return new Examples(
                shape,
                new Values.ByteValues(table.levels()),
                new Targets.Classes(
                        table.labels().stream().mapToInt(classes::indexOf).toArray()));
    }
}
