package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.extension.Examples;

/** Writes examples to disk, in a form that {@link ExampleReader} reads. */
public final class ExampleWriter {

    private ExampleWriter() {}

    /**
     * Writes {@code images-idx3-ubyte} (for colour {@code images-idx4-ubyte}, channels last) and {@code labels-idx1-ubyte}.
     *
     * @param folder an existing, empty folder
     * @return what was written
     */
    public static ExampleFiles write(Examples examples, Path folder) throws IOException {
        ExampleFiles files = ExampleFiles.in(folder, examples.shape());
        IdxFile.ofImages(examples).write(files.files().get(0));
        IdxFile.ofLabels(examples).write(files.files().get(1));
        return files;
    }
}
