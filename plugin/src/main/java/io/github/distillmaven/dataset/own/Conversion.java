package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.format.FoundData;
import io.github.distillmaven.extension.format.UnfitDataException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a data set like those of the catalog of one that the user declares.
 *
 * @param declared what the user says of it
 */
public record Conversion(OwnDataset declared) {

    /** The names of the classes, as JSON: they, and how many there are, belong to what experiments depend on. */
    private static final String CLASSES = "classes.json";

    /**
     * The files that decide what it becomes.
     *
     * @param place where it lies
     * @throws UnfitDataException if there are none
     */
    public SortedMap<String, Path> files(Path place) throws UnfitDataException {
        return declared.format().component().files(place, declared.format().choice());
    }

    /**
     * Reads the files and writes what they become.
     *
     * @param folder an existing, empty folder
     * @return what was written there
     * @throws UnfitDataException if the files cannot be used; nothing is written then
     * @throws IOException if nothing can be written
     */
    public DatasetSpec write(SortedMap<String, Path> files, Path folder) throws UnfitDataException, IOException {
        FoundData whole = named(
                declared.format().component().read(files, declared.format().choice()));
        new DataChecks(whole).requireClasses();
        FoundData found = divided(whole);
        new DataChecks(found).require();
        List<DatasetFile> written = new ArrayList<>();
        written.addAll(write(found.train(), Split.TRAIN, folder));
        written.addAll(write(found.test().orElseThrow(), Split.TEST, folder));
        Path classes = folder.resolve(CLASSES);
        Files.writeString(classes, JsonMapper.shared().writeValueAsString(found.classNames()) + "\n");
        written.add(file(folder, classes));
        return new DatasetSpec(
                declared.name(),
                declared.name(),
                false,
                found.train().shape(),
                found.classNames(),
                Moments.of(found.train()),
                found.train().size(),
                repeated(found.train(), found.test().orElseThrow()),
                written,
                List.of());
    }

    private FoundData divided(FoundData found) throws UnfitDataException {
        if (found.test().isPresent()) {
            if (declared.testShare().isPresent()) {
                throw new UnfitDataException(
                        "<testShare> is set, but the data have a test part of their own. Remove it.");
            }
            return found;
        }
        Examples all = found.train();
        BitSet places = declared.share().draw(all.labels(), new Seeds(declared.testSeed()).stream("own/test-share"));
        if (places.isEmpty()) {
            throw new UnfitDataException(
                    "The data have no test part, and of %s images a <testShare> of %s is none. Raise it."
                            .formatted(all.size(), declared.share().value()));
        }
        return new FoundData(part(all, places, false), Optional.of(part(all, places, true)), found.classNames());
    }

    private static Examples part(Examples all, BitSet places, boolean test) {
        return all.select(IntStream.range(0, all.size())
                .filter(place -> places.get(place) == test)
                .toArray());
    }

    private FoundData named(FoundData found) throws UnfitDataException {
        List<String> names = declared.classNames();
        if (names.isEmpty()) {
            return found;
        }
        if (names.size() != found.classNames().size()) {
            throw new UnfitDataException("<classNames> has %s names, but the data have %s classes: %s."
                    .formatted(names.size(), found.classNames().size(), String.join(", ", found.classNames())));
        }
        if (names.contains("") || new HashSet<>(names).size() < names.size()) {
            throw new UnfitDataException("<classNames> has an empty name, or one of them twice.");
        }
        return new FoundData(found.train(), found.test(), names);
    }

    /** Number of test images that are training images too. */
    private static int repeated(Examples train, Examples test) {
        Set<ByteBuffer> known = IntStream.range(0, train.size())
                .mapToObj(index -> pixels(train, index))
                .collect(Collectors.toSet());
        return Math.toIntExact(IntStream.range(0, test.size())
                .filter(index -> known.contains(pixels(test, index)))
                .count());
    }

    private static ByteBuffer pixels(Examples examples, int index) {
        int values = examples.shape().values();
        return ByteBuffer.wrap(examples.bytes(), index * values, values);
    }

    private static List<DatasetFile> write(Examples examples, Split split, Path folder) throws IOException {
        ExampleFiles written =
                ExampleWriter.write(examples, Files.createDirectories(folder.resolve(DatasetLayout.folder(split))));
        List<DatasetFile> files = new ArrayList<>();
        for (Path file : written.files()) {
            files.add(file(folder, file));
        }
        return files;
    }

    private static DatasetFile file(Path folder, Path file) throws IOException {
        return new DatasetFile(
                folder.relativize(file).toString().replace('\\', '/'), Files.size(file), Digests.ofFile(file));
    }
}
