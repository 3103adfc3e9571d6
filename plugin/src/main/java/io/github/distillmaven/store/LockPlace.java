package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a lock lies, with what its holder says beside it.
 *
 * @param tree that the folder belongs to
 * @param folder made when the lock is first tried
 * @param name of the lock in the folder
 */
record LockPlace(PlainTree tree, Path folder, String name) {

    private static final int LONGEST_HOLDER = 10_000;

    static LockPlace of(StoreLayout layout, String key) {
        return new LockPlace(layout.tree(), layout.locks(), key);
    }

    Path file() {
        return folder.resolve(name + ".lock");
    }

    /** Makes the lock's file, unless it is there. */
    void make() throws IOException {
        tree.makeFolder(folder);
        tree.makeFile(file());
    }

    /** Says who holds the lock. */
    void tell(String holder) throws IOException {
        tree.replace(holderFile(), holder);
    }

    /** Who holds the lock, in the words of its own; empty if that is not known. */
    String holder() {
        try {
            return new String(tree.read(holderFile(), LONGEST_HOLDER), StandardCharsets.UTF_8);
        } catch (IOException notWrittenYet) {
            return "";
        }
    }

    /** Leaves no file behind, where the system allows that. */
    void delete() {
        try {
            tree.delete(holderFile());
            tree.delete(file());
        } catch (IOException openElsewhere) {
            // Windows deletes no file that somebody waits for; it does no harm.
        }
    }

    private Path holderFile() {
        return folder.resolve(name + ".holder");
    }
}
