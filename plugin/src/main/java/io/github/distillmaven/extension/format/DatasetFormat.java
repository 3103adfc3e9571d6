package io.github.distillmaven.extension.format;

import java.nio.file.Path;
import java.util.SortedMap;

import io.github.distillmaven.extension.Configurable;
import io.github.distillmaven.extension.option.Choice;

/** A form that images with labels can have. Its id is the element in {@code <dataset>} that says where they lie. */
public interface DatasetFormat extends Configurable {

    /**
     * The files that are read, each by its path below the place with {@code /} between names; of a single file by its name alone. What
     * they hold, and nothing else, decides what {@link #read} returns.
     *
     * @param place a file or a folder, or nothing at all
     * @param choice the values of {@link #options}
     * @throws UnfitDataException if it holds no such data; the message names the file or folder
     */
    SortedMap<String, Path> files(Path place, Choice choice) throws UnfitDataException;

    /**
     * Reads them.
     *
     * @param files what {@link #files} returned
     * @param choice the values of {@link #options}
     * @throws UnfitDataException if they cannot be read, or not as images with labels; the message names the file
     */
    FoundData read(SortedMap<String, Path> files, Choice choice) throws UnfitDataException;
}
