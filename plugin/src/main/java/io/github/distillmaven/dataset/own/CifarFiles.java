package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.dataset.format.Cifar10Batches;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.extension.format.FoundData;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.kohsuke.MetaInfServices;

/** The "binary version" of CIFAR-10 or CIFAR-100, with the names of the classes where their file is there. */
@MetaInfServices(DatasetFormat.class)
public final class CifarFiles implements DatasetFormat {

    private static final String FINE = "fine";
    private static final Option<String> LABELS = new Option<>(
            "labels",
            ValueType.oneOf(List.of(FINE, "coarse")),
            FINE,
            "Which labels of CIFAR-100 to use: `fine`, 100 classes, or `coarse`, 20.");
    private static final String NAMES = "(fine_label_names|coarse_label_names|batches\\.meta)\\.txt";

    @Override
    public String id() {
        return "cifar";
    }

    @Override
    public String meaning() {
        return "a folder with the binary files of CIFAR-10 (`data_batch_1.bin` and so on, `test_batch.bin`) or CIFAR-100 (`train.bin`,"
                + " `test.bin`), or the published `.tar.gz` of them";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LABELS);
    }

    @Override
    public SortedMap<String, Path> files(Path place, Choice choice) throws UnfitDataException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Map.Entry<String, Path> file : FileTree.of(place).files().entrySet()) {
            String name = file.getKey().replaceFirst(".*/", "");
            if (name.matches("data_batch_\\d+\\.bin|test_batch\\.bin|train\\.bin|test\\.bin|" + NAMES)
                    && files.put(name, file.getValue()) != null) {
                throw new UnfitDataException(
                        "%s holds two files %s. Give the folder of one of them.".formatted(place, name));
            }
        }
        boolean ten = files.keySet().stream().anyMatch(name -> name.startsWith("data_batch_"));
        if (ten == files.containsKey("train.bin")) {
            throw new UnfitDataException(
                    ten
                            ? "%s holds files of CIFAR-10 and of CIFAR-100. Give the folder of one of them."
                                    .formatted(place)
                            : "%s holds neither data_batch_1.bin, as CIFAR-10 does, nor train.bin, as CIFAR-100 does."
                                    .formatted(place));
        }
        return files;
    }

    @Override
    public FoundData read(SortedMap<String, Path> files, Choice choice) throws UnfitDataException {
        boolean hundred = files.containsKey("train.bin");
        List<Path> train = matching(files, hundred ? "train\\.bin" : "data_batch_\\d+\\.bin");
        List<Path> test = matching(files, hundred ? "test\\.bin" : "test_batch\\.bin");
        // A record of CIFAR-100 begins with its coarse label, and the fine one follows.
        int labels = hundred ? 2 : 1;
        int label = hundred && choice.get(LABELS).equals(FINE) ? 1 : 0;
        Optional<Examples> tested = test.isEmpty() ? Optional.empty() : Optional.of(read(test, labels, label));
        FoundData found = NumberedLabels.named(train.get(0).toString(), read(train, labels, label), tested);
        Path names = files.get(hundred ? choice.get(LABELS) + "_label_names.txt" : "batches.meta.txt");
        return names == null ? found : new FoundData(found.train(), found.test(), names(names, found));
    }

    private static List<Path> matching(SortedMap<String, Path> files, String names) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().matches(names))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Examples read(List<Path> batches, int labels, int label) throws UnfitDataException {
        try {
            return Cifar10Batches.read(batches, labels, label);
        } catch (IOException e) {
            throw new UnfitDataException(e.getMessage() + ".");
        }
    }

    private static List<String> names(Path file, FoundData found) throws UnfitDataException {
        try {
            List<String> names = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (names.size() != found.classNames().size()) {
                throw new UnfitDataException("%s names %s classes, but the labels are of %s."
                        .formatted(file, names.size(), found.classNames().size()));
            }
            return names;
        } catch (IOException e) {
            throw new UnfitDataException("%s cannot be read: %s.".formatted(file, e));
        }
    }
}
