package io.github.distillmaven.store;

import java.nio.file.Path;

/**
 * Where things lie in the store.
 *
 * @param root folder of the store
 */
record StoreLayout(Path root) {

    /** Changes when the layout changes, so that two versions of the plugin can share a root. */
    private static final String FORMAT = "v1";

    /** Parent of the folders that hold the entries, each by the first two digits of its key. */
    Path entries() {
        return folder("entries");
    }

    Path entry(String key) {
        return entries().resolve(key.substring(0, 2)).resolve(key);
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

    private Path folder(String name) {
        return root.resolve(FORMAT).resolve(name);
    }
}
