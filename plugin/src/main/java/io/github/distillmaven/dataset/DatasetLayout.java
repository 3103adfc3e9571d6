package io.github.distillmaven.dataset;

import java.nio.file.Path;
import java.util.Locale;

/** Where the parts of a data set lie in the folder of its unpacked files. */
public final class DatasetLayout {

    private DatasetLayout() {}

    /** The folder of one part, where the files are as {@link ExampleWriter} writes them. */
    public static String folder(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The files of one part, in the order in which they are read: the order of {@link DatasetSpec#files()}.
     *
     * @param folder of the unpacked files
     */
    public static ExampleFiles files(DatasetSpec spec, Path folder, Split split) {
        if (spec.files().stream().anyMatch(file -> file.name().startsWith(folder(split) + "/"))) {
            return ExampleFiles.in(folder.resolve(folder(split)), spec.shape());
        }
        boolean batches = spec.files().stream().anyMatch(file -> file.name().endsWith(".bin"));
        String prefix = switch (split) {
            case TRAIN -> batches ? "data_batch_" : "train-";
            case TEST -> batches ? "test_batch" : "t10k-";
        };
        return new ExampleFiles(
                batches ? ExampleFiles.Format.CIFAR10 : ExampleFiles.Format.ARRAYS,
                spec.files().stream()
                        .map(DatasetSpec.DatasetFile::name)
                        .filter(name -> name.startsWith(prefix))
                        .map(folder::resolve)
                        .toList(),
                spec.labels());
    }
}
