package io.github.distillmaven.dataset;

import java.nio.file.Path;

/** Where the parts of a data set lie in the folder of its unpacked files. */
public final class DatasetLayout {

    private DatasetLayout() {}

    /**
     * The files of one part, in the order in which they are read: the order of {@link DatasetSpec#files()}.
     *
     * @param folder of the unpacked files
     */
    public static ExampleFiles files(DatasetSpec spec, Path folder, Split split) {
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
                        .toList());
    }
}
