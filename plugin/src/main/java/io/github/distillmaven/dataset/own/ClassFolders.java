package io.github.distillmaven.dataset.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * The images in a folder with a folder for each class, either at its top or in the folders {@code train} and {@code test}. Files beside
 * the folders of the classes, such as a licence, do not count.
 *
 * @param files by name: {@code class/file}, or {@code train/class/file} and {@code test/class/file}
 */
record ClassFolders(SortedMap<String, Path> files) {

    private static final Set<String> PARTS = Set.of("train", "test");
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp");
    private static final int DIVIDED = 3;

    /** @throws UnfitDataException if the files lie otherwise, or there are none */
    static ClassFolders of(Path place) throws UnfitDataException {
        if (!Files.isDirectory(place)) {
            throw new UnfitDataException(place + (Files.exists(place) ? " is not a folder." : " does not exist."));
        }
        FileTree tree = FileTree.of(place);
        boolean divided = tree.files().keySet().stream()
                .anyMatch(name -> PARTS.contains(parts(name)[0]) && parts(name).length == DIVIDED);
        SortedMap<String, Path> images = new TreeMap<>();
        for (Map.Entry<String, Path> file : tree.files().entrySet()) {
            if (isImage(file.getKey(), divided ? DIVIDED : DIVIDED - 1, divided, file.getValue())) {
                images.put(file.getKey(), file.getValue());
            }
        }
        if (images.isEmpty()) {
            throw new UnfitDataException(
                    place
                            + " holds no images. They lie in a folder for each class, as class/file.png, or as train/class/file.png and test/class/file.png.");
        }
        if (!tree.emptyFolders().isEmpty()) {
            throw new UnfitDataException("%s holds no images. Remove it, or put images of its class into it."
                    .formatted(place.resolve(tree.emptyFolders().first())));
        }
        return new ClassFolders(images);
    }

    /** Names of the classes in alphanumeric order. */
    static List<String> classes(Collection<String> names) {
        return names.stream().map(ClassFolders::classOf).distinct().sorted().toList();
    }

    /** The class that a file belongs to. */
    static String classOf(String name) {
        String[] parts = parts(name);
        return parts[parts.length - 2];
    }

    /** Whether a file is of the test part. */
    static boolean isTest(String name) {
        return parts(name).length == DIVIDED && name.startsWith("test/");
    }

    private static boolean isImage(String name, int depth, boolean divided, Path file) throws UnfitDataException {
        String[] parts = parts(name);
        boolean named =
                ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (divided && parts.length > 1 && !PARTS.contains(parts[0])) {
            throw new UnfitDataException(
                    "%s lies beside the folders train and test, and is of neither. Move the folder '%s' away."
                            .formatted(file, parts[0]));
        }
        if (parts.length > depth) {
            throw new UnfitDataException(
                    "%s lies too deep. Images lie in a folder for each class, as class/file.png, or as train/class/file.png and test/class/file.png."
                            .formatted(file));
        }
        if (parts.length < depth) {
            if (named) {
                throw new UnfitDataException(file + " lies in the folder of no class. Move it into one, or away.");
            }
            return false;
        }
        if (!named) {
            throw new UnfitDataException(
                    file + " is not named as a PNG, JPEG or BMP. Move it out of the folder, or convert it.");
        }
        return true;
    }

    private static String[] parts(String name) {
        return name.split("/");
    }
}
