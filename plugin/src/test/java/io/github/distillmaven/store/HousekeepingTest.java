package io.github.distillmaven.store;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The housekeeping of a store")
class HousekeepingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String OLD = Digests.ofText("old");
    private static final String RECENT = Digests.ofText("recent");

    @TempDir
    private Path root;

    private StoreLayout layout;
    private Housekeeping housekeeping;

    @BeforeEach
    void fill() throws Exception {
        layout = new StoreLayout(root);
        publish(OLD, "digits", 100, Duration.ofDays(40));
        publish(RECENT, "garments", 50, Duration.ofHours(1));
        housekeeping = new Housekeeping(new StoreSession(root), NOW);
    }

    @Test
    void listsEntriesWithSizeStepExperimentsAndLastUseTheOldestFirst() throws Exception {
        Uses.add(layout, OLD, "another", NOW.minus(Duration.ofDays(30)));

        List<StoredEntry> entries = housekeeping.list();

        assertThat(entries).extracting(StoredEntry::key).containsExactly(OLD, RECENT);
        StoredEntry old = entries.get(0);
        assertThat(old.step()).isEqualTo("teacher");
        assertThat(old.size()).isEqualTo(100);
        assertThat(old.experiments()).containsExactly("another", "digits");
        assertThat(old.used()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(old.inUse()).isFalse();
    }

    @Test
    void findsDamageWithoutTouchingIt() throws Exception {
        assertThat(housekeeping.verify(OLD)).isEmpty();

        Files.writeString(layout.entry(OLD).resolve("files/weights.bin"), "x".repeat(99) + "y");

        assertThat(housekeeping.verify(OLD))
                .contains("weights.bin has 100 bytes with SHA-256 " + Digests.ofText("x".repeat(99) + "y"));
        assertThat(layout.entry(OLD)).exists();
    }

    @Test
    void anEntryWithoutASoundManifestIsListedAndCanBeRemoved() throws Exception {
        Files.writeString(layout.entry(OLD).resolve("manifest.json"), "{");

        assertThat(housekeeping.list())
                .filteredOn(entry -> entry.step().isEmpty())
                .hasSize(1);
        assertThat(housekeeping.verify()).containsExactly(OLD + ": manifest.json is not what was written");
        assertThat(housekeeping.clean(CleaningOrder.of(null, null, true, null)))
                .extracting(StoredEntry::key)
                .containsExactly(OLD);
        assertThat(layout.entry(OLD)).doesNotExist();
    }

    @Test
    void removesWhatIsChosenWithAllThatBelongsToIt() throws Exception {
        assertThat(housekeeping.clean(CleaningOrder.of("30d", "garments", false, null)))
                .isEmpty();
        assertThat(housekeeping.clean(CleaningOrder.of(null, null, false, null)))
                .isEmpty();
        assertThat(housekeeping.clean(CleaningOrder.of("30d", "digits", false, null)))
                .extracting(StoredEntry::key)
                .containsExactly(OLD);

        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(RECENT);
        assertThat(Uses.read(layout, OLD)).isEmpty();
        assertThat(Disk.list(layout.work())).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongWithAnOrderAtOnce() {
        assertThatThrownBy(() -> CleaningOrder.of("a month", null, false, "much"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        -Ddistill.olderThan is 'a month'; it must be a time such as 30d or 12h.
                        -Ddistill.maxSize is 'much'; it must be a number of bytes such as 20GB or 500MB, or 0.""");
    }

    @Test
    void trimsToALimitTheOldestUseFirst() throws Exception {
        assertThat(housekeeping.trim(150)).isEmpty();

        assertThat(housekeeping.trim(149)).extracting(StoredEntry::key).containsExactly(OLD);

        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(RECENT);
    }

    @Test
    void neverRemovesWhatThisBuildUses() throws Exception {
        StoreSession session = new StoreSession(root);
        session.use(OLD);

        assertThat(housekeeping.trim(1)).extracting(StoredEntry::key).containsExactly(RECENT);
        assertThat(housekeeping.list()).extracting(StoredEntry::inUse).containsExactly(true);
    }

    @Test
    void neverRemovesWhatAnotherBuildUsesUntilThatIsDead() throws Exception {
        Process build = StoreProcess.start(root, StoreProcess.USE_AND_STAY, OLD);
        try (BufferedReader output = build.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            assertThat(housekeeping.clean(CleaningOrder.of(null, "digits", false, null)))
                    .isEmpty();
        } finally {
            build.destroyForcibly().waitFor();
        }
        assertThat(housekeeping.clean(CleaningOrder.of(null, "digits", false, null)))
                .hasSize(1);
    }

    @Test
    void neverRemovesWhatSomebodyIsMaking() throws Exception {
        Store store = new Store(new StoreSession(root), "digits", true, warning -> {});
        try (StoreLock lock = store.lock(OLD, "a build", holder -> {})) {
            assertThat(housekeeping.clean(CleaningOrder.of(null, "digits", false, null)))
                    .isEmpty();
        }
    }

    @Test
    void clearsWhatKilledBuildsLeftAndKeepsWhatCanBeGoneOnWith() throws Exception {
        Files.createDirectories(layout.work(OLD).resolve("files"));
        Files.createDirectories(layout.locks());
        Files.writeString(layout.locks().resolve(OLD + ".lock"), "");
        Files.writeString(layout.locks().resolve(OLD + ".holder"), "a dead build");
        Files.createDirectories(layout.builds().resolve("1-dead"));
        unfinished(layout.checkpoints().resolve(OLD), Duration.ofDays(15));
        unfinished(layout.checkpoints().resolve(RECENT), Duration.ofDays(13));

        housekeeping.clear();

        assertThat(Disk.list(layout.work())).isEmpty();
        assertThat(Disk.list(layout.locks())).isEmpty();
        assertThat(Disk.list(layout.builds())).isEmpty();
        assertThat(Disk.list(layout.checkpoints()))
                .containsExactly(layout.checkpoints().resolve(RECENT));
    }

    private static void unfinished(Path folder, Duration age) throws Exception {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("checkpoint.bin"), "half way");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(age)));
    }

    private void publish(String key, String experiment, int size, Duration age) throws Exception {
        Path source = Files.createDirectories(root.resolve("made"));
        Files.writeString(source.resolve("weights.bin"), "x".repeat(size));
        // The session of another process: this one would protect what it published.
        new Store(new StoreSession(root), experiment, true, new ArrayList<String>()::add)
                .publish(key, "teacher", source);
        for (Path build : Disk.list(layout.builds())) {
            Disk.delete(build);
        }
        Uses.forget(layout, key);
        Uses.add(layout, key, experiment, NOW.minus(age));
    }
}
