package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lies among the entries. An entry has a key for its name and lies in the folder of the key's first digits; whatever else
 * lies there, such as {@code .DS_Store}, is nothing to the store.
 *
 * @param keys of all entries, sound or not, in order
 * @param unfinished copies of entries that were not completed
 * @param skipped a sentence for each folder that could not be looked into
 */
record EntriesFound(List<String> keys, List<Path> unfinished, List<String> skipped) {

    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{2}");

    /** @throws IOException if the store cannot be read at all */
    static EntriesFound in(StoreLayout layout) throws IOException {
        EntriesFound found = new EntriesFound(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path group : layout.tree().list(layout.entries())) {
            if (GROUP.matcher(group.getFileName().toString()).matches()) {
                found.add(layout, group);
            }
        }
        return found;
    }

    private void add(StoreLayout layout, Path group) {
        try {
            for (Path child : layout.tree().list(group)) {
                Optional<String> key = StoreLayout.keyOf(child);
                if (key.isEmpty() || !key.get().startsWith(group.getFileName().toString())) {
                    continue;
                }
                if (child.equals(layout.entry(key.get()))) {
                    keys.add(key.get());
                } else {
                    unfinished.add(child);
                }
            }
        } catch (LinkedPathException e) {
            skipped.add(group + " is a link. It is not followed, and no entry is taken from there.");
        } catch (IOException e) {
            skipped.add("%s cannot be read, so its entries are left out: %s".formatted(group, e));
        }
    }
}
