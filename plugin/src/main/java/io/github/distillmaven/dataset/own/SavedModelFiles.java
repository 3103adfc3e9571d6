package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * The files of a SavedModel.
 *
 * @param byPath each by its path in the model, with {@code /} between names
 */
public record SavedModelFiles(SortedMap<String, Path> byPath) {

    private static final String GRAPH = "saved_model.pb";

    /** Folders that belong to it; all others are notes of those who made it. */
    private static final List<String> FOLDERS = List.of("variables", "assets");

    private static final int DEEPEST = 8;

    /**
     * Those below a folder.
     *
     * @param folder that of the model, or one in which it alone is a model
     * @throws UnfitDataException if there is no model, or more than one
     */
    public static SavedModelFiles below(Path folder) throws UnfitDataException {
        try {
            Path model = model(folder);
            SortedMap<String, Path> files = new TreeMap<>();
            files.put(GRAPH, model.resolve(GRAPH));
            for (String each : FOLDERS) {
                if (Files.isDirectory(model.resolve(each))) {
                    try (Stream<Path> all = Files.walk(model.resolve(each))) {
                        all.filter(Files::isRegularFile)
                                .forEach(file -> files.put(
                                        model.relativize(file).toString().replace('\\', '/'), file));
                    }
                }
            }
            return new SavedModelFiles(files);
        } catch (IOException e) {
            throw new UnfitDataException(folder + " cannot be read: " + e + ".");
        }
    }

    private static Path model(Path folder) throws UnfitDataException, IOException {
        if (Files.isRegularFile(folder.resolve(GRAPH))) {
            return folder;
        }
        List<Path> found;
        try (Stream<Path> all =
                Files.find(folder, DEEPEST, (file, attributes) -> attributes.isRegularFile() && file.endsWith(GRAPH))) {
            found = all.map(Path::getParent).sorted().toList();
        }
        if (found.isEmpty()) {
            throw new UnfitDataException("There is no SavedModel: no file is named %s.".formatted(GRAPH));
        }
        if (found.size() > 1) {
            throw new UnfitDataException("There are several SavedModels, in %s. Name the folder of one."
                    .formatted(found.stream()
                            .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                            .collect(Collectors.joining(", "))));
        }
        return found.get(0);
    }
}
