package io.github.distillmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks into a store as somebody who knows its layout, not through the plugin.
 *
 * @param root of the store
 */
record StoreFolder(Path root) {

    private static final String MANIFEST = "manifest.json";
    private static final String FILES = "files";

    /** Keys of all entries. */
    List<String> entries() {
        return entryFolders().map(entry -> entry.getFileName().toString()).toList();
    }

    /** Checks that every entry holds the files of its manifest, with their digests, and no other. */
    void assertSound() {
        entryFolders().forEach(entry -> {
            SortedMap<String, String> recorded = new TreeMap<>();
            JsonNode manifest = JsonMapper.shared().readTree(entry.resolve(MANIFEST));
            manifest.get("files")
                    .forEachEntry((file, stored) ->
                            recorded.put(file, stored.get("sha256").asString()));
            assertThat(manifest.get("key").asString())
                    .isEqualTo(entry.getFileName().toString());
            assertThat(digests(entry.resolve(FILES))).as("entry %s", entry).isEqualTo(recorded);
        });
    }

    /** What only a build under way has, by path relative to the store: all of it is gone when no build runs. */
    List<String> leftovers() {
        return Stream.of("work", "incoming", "checkpoints", "locks")
                .flatMap(folder -> filesBelow(root.resolve("v1").resolve(folder)).stream())
                .map(file -> root.relativize(file).toString())
                .toList();
    }

    /** All regular files below a folder, in order; none if it is not there. */
    static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> digests(Path folder) {
        try {
            return Digests.ofFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> entryFolders() {
        return filesBelow(root.resolve("v1").resolve("entries")).stream()
                .filter(file -> file.endsWith(MANIFEST))
                .map(Path::getParent);
    }
}
