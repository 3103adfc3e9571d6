package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The removal of one entry: it is out of sight in one step, and only then deleted, so that nobody sees half of it. Until it is
 * deleted it can come back. To be used under the key's lock.
 */
final class EntryRemoval {

    private static final int LONGEST_SEAL = 1000;

    private final StoreLayout layout;
    private final String key;
    private final Path where;
    private final @Nullable String seal;

    private EntryRemoval(StoreLayout layout, String key, Path where, @Nullable String seal) {
        this.layout = layout;
        this.key = key;
        this.where = where;
        this.seal = seal;
    }

    /** Takes an entry out of sight: out of its place, or where that cannot be done in one step, by taking its seal. */
    static EntryRemoval begin(StoreLayout layout, String key) throws IOException {
        Path aside = layout.work(key + ".removed");
        layout.tree().delete(aside);
        try {
            layout.tree().move(layout.entry(key), aside);
            return new EntryRemoval(layout, key, aside, null);
        } catch (AtomicMoveNotSupportedException otherDiskOrLayer) {
            return new EntryRemoval(layout, key, layout.entry(key), takeSeal(layout, key));
        }
    }

    /** Null if there is none, or none that can be read: such an entry is worth nothing anyway. */
    private static @Nullable String takeSeal(StoreLayout layout, String key) throws IOException {
        if (!layout.tree().isFolder(layout.entry(key))) {
            return null;
        }
        Path file = EntryFolder.of(layout, key).seal();
        @Nullable String text = null;
        try {
            text = new String(layout.tree().read(file, LONGEST_SEAL), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            // To be removed all the same.
        }
        layout.tree().delete(file);
        return text;
    }

    /** Puts the entry back. */
    void undo() throws IOException {
        if (!where.equals(layout.entry(key))) {
            layout.tree().move(where, layout.entry(key));
        } else if (seal != null) {
            layout.tree().replace(EntryFolder.of(layout, key).seal(), seal);
        }
    }

    /** Deletes the entry, with what is known about its use. */
    void finish() throws IOException {
        layout.tree().delete(where);
        Uses.forget(layout, key);
    }
}
