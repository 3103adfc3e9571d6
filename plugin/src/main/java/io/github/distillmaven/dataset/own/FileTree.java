package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * What lies in a folder, links included. Names are composed (NFC), since some systems take them apart, so that the same files have the same
 * names everywhere. What systems put into folders by themselves is left out.
 *
 * @param files by their paths below the folder, with {@code /} between names
 * @param emptyFolders those in which nothing lies
 */
record FileTree(SortedMap<String, Path> files, SortedSet<String> emptyFolders) {

    private static final Set<String> OF_SYSTEMS = Set.of("Thumbs.db", "desktop.ini", "__MACOSX");
    private static final int DEEPEST = 8;

    FileTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        emptyFolders = Collections.unmodifiableSortedSet(new TreeSet<>(emptyFolders));
    }

    /**
     * Reads a folder, or takes a single file for a folder that holds it alone.
     *
     * @throws UnfitDataException if there is nothing, or it cannot be read
     */
    static FileTree of(Path place) throws UnfitDataException {
        if (Files.isRegularFile(place)) {
            SortedMap<String, Path> single = new TreeMap<>();
            single.put(composed(place.getFileName().toString()), place);
            return new FileTree(single, new TreeSet<>());
        }
        if (!Files.isDirectory(place)) {
            throw new UnfitDataException(
                    place + (Files.exists(place) ? " is neither a file nor a folder." : " does not exist."));
        }
        Walk walk = new Walk(place);
        try {
            Files.walkFileTree(place, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, walk);
        } catch (FileSystemLoopException e) {
            throw new UnfitDataException(e.getFile() + " is a link to a folder that it lies in itself. Remove it.");
        } catch (NoSuchFileException e) {
            throw new UnfitDataException(e.getFile() + " is a link to nothing, or was removed just now.");
        } catch (IOException e) {
            throw new UnfitDataException(place + " cannot be read: " + e + ".");
        }
        return new FileTree(walk.files, walk.empty);
    }

    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final SortedMap<String, Path> files = new TreeMap<>();
        private final SortedSet<String> empty = new TreeSet<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && isOfSystem(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            empty.add(name(folder));
            notEmpty(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isOfSystem(file)) {
                if (!Files.exists(file)) {
                    throw new NoSuchFileException(file.toString());
                }
                files.put(name(file), file);
                notEmpty(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private void notEmpty(Path child) {
            if (!child.equals(root)) {
                empty.remove(name(child.resolveSibling("")));
            }
        }

        private static boolean isOfSystem(Path path) {
            String name = path.getFileName().toString();
            return name.startsWith(".") || OF_SYSTEMS.contains(name);
        }

        private String name(Path path) {
            return composed(root.relativize(path).toString().replace('\\', '/'));
        }
    }
}
