package io.github.distillmaven.store;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.github.distillmaven.disk.Digests;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A store of other users")
class ForeignStoreTest {

    private static final String KEY = Digests.ofText("a step");
    private static final String OTHER = Digests.ofText("another step");

    @TempDir
    private Path folder;

    private Path root;
    private StoreLayout layout;

    @BeforeEach
    void fill() throws Exception {
        root = folder.resolve("store");
        layout = new StoreLayout(root);
        for (String key : List.of(KEY, OTHER)) {
            Path source = Files.createDirectories(folder.resolve("made"));
            Files.writeString(source.resolve("weights.bin"), "weights");
            new Store(new StoreSession(root), "digits", true, warning -> {}).publish(key, "teacher", source);
        }
        PathUtils.deleteDirectory(layout.builds());
    }

    @AfterEach
    void makeDeletable() throws Exception {
        for (Path path :
                List.of(layout.builds(), layout.entry(KEY), layout.entry(KEY).getParent())) {
            if (Files.exists(path)) {
                Files.setPosixFilePermissions(path, fromString("rwx------"));
            }
        }
    }

    @Test
    @DisplayName("may hold entries that cannot be read, which are not called damaged and not touched")
    void unreadableEntry() throws Exception {
        Files.setPosixFilePermissions(layout.entry(KEY), Set.of());

        assertThat(look())
                .containsExactlyInAnyOrder(
                        KEY + " UNREADABLE",
                        OTHER + " READABLE",
                        "1 intact",
                        KEY + " cannot be read: java.nio.file.AccessDeniedException: "
                                + layout.entry(KEY).resolve("manifest.json"),
                        "The store %s cannot be used: this user may not read or write %s. Change its permissions, or choose another folder with -Ddistill.store=<folder>."
                                .formatted(root, layout.entry(KEY).resolve("manifest.json")));
        assertThat(layout.entry(KEY)).exists();
    }

    @Test
    void mayHoldFoldersThatCannotBeRead() throws Exception {
        Path group = layout.entry(KEY).getParent();
        Files.setPosixFilePermissions(group, Set.of());

        assertThat(look())
                .contains(
                        OTHER + " READABLE",
                        "1 intact",
                        "%s cannot be read, so its entries are left out: java.nio.file.AccessDeniedException: %s"
                                .formatted(group, group));
    }

    @Test
    @DisplayName("can be listed where nothing may be written, while their builds run")
    void withARunningBuildThatMayOnlyBeRead() throws Exception {
        Process build = StoreProcess.start(root, StoreProcess.USE_AND_STAY, KEY);
        try (BufferedReader output = build.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            try (var builds = Files.walk(layout.builds())) {
                for (Path path : builds.toList()) {
                    Files.setPosixFilePermissions(
                            path, fromString(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"));
                }
            }

            assertThat(look()).contains(KEY + " READABLE in use", OTHER + " READABLE", "2 intact");
        } finally {
            build.destroyForcibly().waitFor();
        }
    }

    @Test
    @DisplayName("may have the mark of a dead build with this process id, from a container where all have the same")
    void markOfAnotherContainer() throws Exception {
        long pid = ProcessHandle.current().pid();
        Path dead = Files.createDirectories(layout.builds().resolve(pid + "-" + UUID.randomUUID()));
        Files.writeString(dead.resolve("alive"), "");
        Files.writeString(dead.resolve("keys"), KEY + "\n");

        assertThat(new Housekeeping(new StoreSession(root), Instant.now()).remove(KEY))
                .isEmpty();
        assertThat(layout.entry(KEY)).doesNotExist();
    }

    /** What a process sees of the store that has no rights but those of the files. */
    private List<String> look() throws Exception {
        Process process = StoreProcess.startWithoutPrivileges(root, StoreProcess.LOOK, KEY);
        try (BufferedReader output = process.inputReader()) {
            return output.lines().toList();
        }
    }
}
