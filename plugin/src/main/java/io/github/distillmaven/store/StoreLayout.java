package io.github.distillmaven.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where things lie in the store.
 *
 * @param root folder of the store
 * @param tree the way to everything in it
 */
record StoreLayout(Path root, PlainTree tree) {

    /** Changes when the layout changes, so that two versions of the plugin can share a root. */
    private static final String FORMAT = "v1";

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern OF_KEY = Pattern.compile("([0-9a-f]{64})\\..+");

    StoreLayout(Path root) {
        this(root, new PlainTree(root));
    }

    /** Whether a name is a key: a SHA-256. Nothing else is anything to the store. */
    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    /** The key in the name of a file or folder of its own, {@code <key>} or {@code <key>.<anything>}; else empty. */
    static Optional<String> keyOf(Path path) {
        String name = path.getFileName().toString();
        Matcher ofKey = OF_KEY.matcher(name);
        if (isKey(name)) {
            return Optional.of(name);
        }
        return ofKey.matches() ? Optional.of(ofKey.group(1)) : Optional.empty();
    }

    /** Parent of all others; there is no store where it is not. */
    Path format() {
        return root.resolve(FORMAT);
    }

    /** Parent of the folders that hold the entries, each by the first two digits of its key. */
    Path entries() {
        return folder("entries");
    }

    Path entry(String key) {
        return group(key).resolve(key);
    }

    /** A copy of an entry that is not complete. */
    Path unfinished(String key) {
        return group(key).resolve(key + ".unfinished");
    }

    private Path group(String key) {
        return entries().resolve(key.substring(0, 2));
    }

    /** Entries that are being written or deleted; whoever holds the key's lock may do with them as it likes. */
    Path work() {
        return folder("work");
    }

    Path work(String key) {
        return work().resolve(key);
    }

    Path incoming() {
        return folder("incoming");
    }

    Path checkpoints() {
        return folder("checkpoints");
    }

    /** When entries were used, and by which experiments. */
    Path uses() {
        return folder("uses");
    }

    /** What each experiment made last. */
    Path latest() {
        return folder("latest");
    }

    Path locks() {
        return folder("locks");
    }

    /** The running builds and the keys that they use. */
    Path builds() {
        return folder("builds");
    }

    /** How much the entries take. */
    Path size() {
        return folder("size.json");
    }

    /** All folders that hold something of the store. */
    List<Path> folders() {
        return List.of(entries(), work(), incoming(), checkpoints(), uses(), latest(), locks(), builds());
    }

    private Path folder(String name) {
        return format().resolve(name);
    }
}
