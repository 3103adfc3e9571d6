package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.extension.format.FoundData;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.kohsuke.MetaInfServices;

/** The four files of MNIST and of what is laid out like it, packed by gzip or not; those of the test part may be missing. */
@MetaInfServices(DatasetFormat.class)
public final class IdxFolder implements DatasetFormat {

    private static final Option<String> PREFIX = new Option<>(
            "prefix",
            ValueType.of("what file names begin with, or none", text -> text),
            "none",
            "First part of the file names, such as `emnist-letters-`, if a folder has the files of several data sets.");
    private static final Pattern FILE = Pattern.compile(
            "(?<prefix>.*?)(?<part>train|t10k|test)[-_](?<what>images|labels)[-.]idx\\d-ubyte(?:\\.gz)?");
    private static final String TRAIN = "train";

    @Override
    public String id() {
        return "idx";
    }

    @Override
    public String meaning() {
        return "a folder with the four files of MNIST's format (`train-images-idx3-ubyte`, `train-labels-idx1-ubyte`,"
                + " `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`), gzipped or not, with labels from 0 or from 1";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(PREFIX);
    }

    @Override
    public SortedMap<String, Path> files(Path place, Choice choice) throws UnfitDataException {
        String wanted = choice.get(PREFIX);
        SortedMap<String, Path> files = new TreeMap<>();
        SortedSet<String> prefixes = new TreeSet<>();
        for (Map.Entry<String, Path> file : FileTree.of(place).files().entrySet()) {
            Matcher name = FILE.matcher(file.getKey().replaceFirst(".*/", ""));
            if (name.matches() && (wanted.equals("none") || name.group("prefix").equals(wanted))) {
                prefixes.add(name.group("prefix"));
                // A packed file stands behind the same unpacked one.
                files.putIfAbsent(
                        (name.group("part").equals(TRAIN) ? TRAIN : "test") + "-" + name.group("what"),
                        file.getValue());
            }
        }
        if (prefixes.size() > 1) {
            throw new UnfitDataException("%s holds files of several data sets. Set <prefix> to one of: %s."
                    .formatted(place, String.join(", ", prefixes)));
        }
        for (String needed : List.of("train-images", "train-labels")) {
            if (!files.containsKey(needed)) {
                String name = (wanted.equals("none") ? "" : wanted)
                        + needed
                        + (needed.endsWith("images") ? "-idx3-ubyte" : "-idx1-ubyte");
                throw new UnfitDataException("%s holds no file %s or %s.gz.".formatted(place, name, name));
            }
        }
        if (files.containsKey("test-images") != files.containsKey("test-labels")) {
            throw new UnfitDataException("%s holds images or labels of the test part, but not both.".formatted(place));
        }
        return files;
    }

    @Override
    public FoundData read(SortedMap<String, Path> files, Choice choice) throws UnfitDataException {
        Examples train = read(files, TRAIN);
        Optional<Examples> test =
                files.containsKey("test-images") ? Optional.of(read(files, "test")) : Optional.empty();
        return NumberedLabels.named(file(files, "train-labels").toString(), train, test);
    }

    private static Path file(SortedMap<String, Path> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static Examples read(SortedMap<String, Path> files, String part) throws UnfitDataException {
        try {
            return ExampleReader.read(
                    ExampleFiles.arrays(file(files, part + "-images"), file(files, part + "-labels")));
        } catch (IOException e) {
            throw new UnfitDataException(e.getMessage() + ".");
        }
    }
}
