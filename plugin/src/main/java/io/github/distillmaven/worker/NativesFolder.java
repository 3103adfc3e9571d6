package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where TensorFlow's native libraries are unpacked to: a folder that all workers of a user share and that no other user can have prepared.
 * JavaCPP would choose one by the worker's idea of its home, which users without an account do not have, and else take one that every user of
 * the machine may write to.
 */
public final class NativesFolder {

    /** The property that JavaCPP reads the folder from. */
    public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final int OTHERS_WRITE = 0002;
    private static final int STICKY = 01000;

    private final int user;

    /** @param user the number of the user who runs the build */
    NativesFolder(int user) {
        this.user = user;
    }

    /** @param ours a file of the user who runs the build */
    public static NativesFolder forOwnerOf(Path ours) throws IOException {
        return new NativesFolder(hasUnixRights(ours) ? (int) Files.getAttribute(ours, "unix:uid") : 0);
    }

    /**
     * The first folder that can be used: what the user named, or in the home folder of the build's JVM, or beside the jar of the natives.
     *
     * @param named the folder that the user named, if any
     * @param home the system property {@code user.home} of the build
     * @param besides the folder of the runtime's jars
     * @throws WorkerException if none of them can be used
     */
    public Path choose(@Nullable String named, String home, Path besides) throws WorkerException {
        List<String> refused = new ArrayList<>();
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        for (String start : List.of(home, besides.toString())) {
            Optional<Path> folder = usable(start, refused);
            if (folder.isPresent()) {
                return folder.get();
            }
        }
        throw new WorkerException("""
                There is no folder that TensorFlow's native libraries can be unpacked to.
                %s
                Try: give Maven a home folder with -Duser.home=<folder>, or name a folder with -D%s=<folder>.""".formatted(String.join("\n", refused), PROPERTY));
    }

    private Optional<Path> usable(String start, List<String> refused) {
        try {
            Path parent = Path.of(start);
            if (!parent.isAbsolute()) {
                refused.add("Not '" + start + "': this is not an absolute path.");
                return Optional.empty();
            }
            Path folder = parent.resolve(".javacpp").resolve("cache");
            create(folder);
            if (!isOutOfReachOfOthers(folder)) {
                refused.add("Not " + folder + ": other users can write there.");
                return Optional.empty();
            }
            if (!Files.isWritable(folder)) {
                refused.add("Not " + folder + ": it cannot be written to.");
                return Optional.empty();
            }
            return Optional.of(folder);
        } catch (IOException | InvalidPathException e) {
            refused.add("Not in " + start + ": " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        boolean posix = existing != null && hasUnixRights(existing);
        FileAttribute<?>[] ownersAlone = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, ownersAlone);
    }

    /** Where every user may create files, what a folder is called says nothing: it must be ours. */
    boolean isOutOfReachOfOthers(Path folder) throws IOException {
        return isOutOfReach(folder) && isOutOfReach(folder.toRealPath());
    }

    private boolean isOutOfReach(Path folder) throws IOException {
        if (!hasUnixRights(folder)) {
            return true;
        }
        boolean below = false;
        for (int names = 0; names <= folder.getNameCount(); names++) {
            Path at = names == 0 ? folder.getRoot() : folder.getRoot().resolve(folder.subpath(0, names));
            int owner = (int) Files.getAttribute(at, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            if (below && owner != user && owner != 0) {
                return false;
            }
            int mode = (int) Files.getAttribute(at, "unix:mode");
            if ((mode & OTHERS_WRITE) != 0) {
                if ((mode & STICKY) == 0) {
                    return false;
                }
                below = true;
            }
        }
        return true;
    }

    private static boolean hasUnixRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
