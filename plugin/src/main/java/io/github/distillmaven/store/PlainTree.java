package io.github.distillmaven.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Disk;
import io.github.distillmaven.disk.FileReplacement;
import io.github.distillmaven.disk.FolderMove;
import io.github.distillmaven.disk.Rename;
import io.github.distillmaven.store.cleaning.StoreTable;

/**
 * The files below one folder, reached without ever following a link: whoever can write there could otherwise have files read,
 * written or deleted that lie elsewhere. The folder itself may be a link, since its path is the user's choice. Every method
 * that meets a link on the way to a path throws a {@link LinkedPathException}; what is neither file nor folder, such as a pipe,
 * counts as a link.
 */
final class PlainTree {

    private final Path root;
    private final Rename rename;

    PlainTree(Path root) {
        this(root, Rename.ATOMIC);
    }

    /** @param rename how files and folders are moved */
    PlainTree(Path root, Rename rename) {
        this.root = root;
        this.rename = rename;
    }

    /** What is at a path, which may be a link; empty if nothing is. */
    Optional<BasicFileAttributes> look(Path path) throws IOException {
        try {
            requirePlain(folderOf(path));
            return Optional.of(attributes(path));
        } catch (NoSuchFileException | NotDirectoryException nothing) {
            return Optional.empty();
        }
    }

    /** Whether a folder is at a path, and no link. */
    boolean isFolder(Path path) throws IOException {
        return look(path).filter(Disk::isFolder).isPresent();
    }

    /** Whether a file is at a path, and no link. */
    boolean isFile(Path path) throws IOException {
        return look(path).filter(BasicFileAttributes::isRegularFile).isPresent();
    }

    /** What lies in a folder, in order, links included; nothing if the folder is not there. */
    List<Path> list(Path folder) throws IOException {
        try {
            requirePlain(folder);
            try (Stream<Path> children = Files.list(folder)) {
                return children.sorted().toList();
            }
        } catch (NoSuchFileException | NotDirectoryException notThere) {
            return List.of();
        }
    }

    /**
     * Reads a small file.
     *
     * @param most bytes that it may have
     */
    byte[] read(Path file, int most) throws IOException {
        try (InputStream input = open(file)) {
            byte[] bytes = input.readNBytes(most);
            if (input.read() >= 0) {
                throw new IOException(file + " is larger than " + StoreTable.bytes(most));
            }
            return bytes;
        }
    }

    /** Opens a file for reading. */
    InputStream open(Path file) throws IOException {
        requireFile(file);
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens a file for anything; it is made if the options say so. */
    FileChannel open(Path file, OpenOption... options) throws IOException {
        if (look(file).isPresent()) {
            requireFile(file);
        }
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all);
    }

    /** Makes a folder, and those above it, unless they are there. */
    Path makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
        }
        Path made = root;
        for (Path name : root.relativize(folder)) {
            made = made.resolve(name);
            try {
                Files.createDirectory(made);
            } catch (FileAlreadyExistsException isThere) {
                requirePlain(made);
            }
        }
        return folder;
    }

    /** Makes an empty file, unless something is there. */
    void makeFile(Path file) throws IOException {
        requirePlain(folderOf(file));
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException isThere) {
            requireFile(file);
        }
    }

    /** Replaces a small file, or a link in its place, in one step. A power failure may undo it, which must do no harm. */
    void replace(Path file, String content) throws IOException {
        makeFolder(folderOf(file));
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try (FileReplacement replacement = new FileReplacement(file, fresh, rename)) {
            replacement.write(StandardCharsets.UTF_8.encode(content));
            replacement.publish();
        }
    }

    /** Moves a file or folder in one step. */
    void move(Path source, Path place) throws IOException {
        requirePlain(folderOf(source));
        makeFolder(folderOf(place));
        Disk.move(rename, source, place);
        Disk.syncNames(folderOf(place));
    }

    /**
     * Moves a folder that is complete to its place, where it appears in one step, even from another disk or layer.
     *
     * @param unfinished for a copy, beside the place, where that is needed
     */
    void publish(Path source, Path place, Path unfinished) throws IOException {
        requirePlain(folderOf(source));
        makeFolder(folderOf(place));
        new FolderMove(rename).move(source, place, unfinished);
        Disk.syncNames(folderOf(place));
    }

    /** Deletes what is at a path, with all below it; a link, but never what it leads to. Nothing happens if nothing is there. */
    void delete(Path path) throws IOException {
        if (look(path).isPresent()) {
            Disk.delete(path);
        }
    }

    /** Deletes every link below a folder, and the folder itself if it is one. */
    void deleteLinks(Path folder) throws IOException {
        if (look(folder).isEmpty()) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                return Disk.isFolder(attributes) ? FileVisitResult.CONTINUE : remove(path);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                return attributes.isRegularFile() ? FileVisitResult.CONTINUE : remove(path);
            }

            private FileVisitResult remove(Path link) throws IOException {
                Files.delete(link);
                return FileVisitResult.SKIP_SUBTREE;
            }
        });
    }

    /** Bytes of all files below a folder, as the disk tells them; links count nothing. */
    long size(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return 0;
        }
        long[] size = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return Disk.isFolder(attributes) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size[0] += attributes.isRegularFile() ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }
        });
        return size[0];
    }

    private void requireFile(Path file) throws IOException {
        requirePlain(folderOf(file));
        if (!attributes(file).isRegularFile()) {
            throw new LinkedPathException(file);
        }
    }

    /** Every folder from the root down to this one must be one. */
    private void requirePlain(Path folder) throws IOException {
        Path path = root;
        for (Path name : root.relativize(folder)) {
            if (name.toString().isEmpty()) {
                continue;
            }
            path = path.resolve(name);
            BasicFileAttributes attributes = attributes(path);
            if (attributes.isRegularFile()) {
                throw new NotDirectoryException(path.toString());
            }
            if (!Disk.isFolder(attributes)) {
                throw new LinkedPathException(path);
            }
        }
    }

    private static Path folderOf(Path belowRoot) {
        return Objects.requireNonNull(belowRoot.getParent());
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
