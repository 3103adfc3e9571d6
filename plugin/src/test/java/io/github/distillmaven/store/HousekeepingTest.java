package io.github.distillmaven.store;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.Disk;
import io.github.distillmaven.store.cleaning.CleaningOrder;
import io.github.distillmaven.store.cleaning.EntryCondition;
import io.github.distillmaven.store.cleaning.Removal;
import io.github.distillmaven.store.cleaning.StoredEntry;
import io.github.distillmaven.store.cleaning.Trimmed;
import io.github.distillmaven.store.cleaning.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
                .filteredOn(entry -> entry.condition() == EntryCondition.DAMAGED)
                .extracting(StoredEntry::key)
                .containsExactly(OLD);
        assertThat(housekeeping.verify())
                .isEqualTo(new Verification(1, List.of(OLD + ": manifest.json is not what was written"), List.of()));
        assertThat(clean(CleaningOrder.of(null, null, true, null))).containsExactly(OLD);

        assertThat(layout.entry(OLD)).doesNotExist();
    }

    @Test
    void removesWhatIsChosenWithAllThatBelongsToIt() throws Exception {
        assertThat(clean(CleaningOrder.of("30d", "garments", false, null))).isEmpty();
        assertThat(clean(CleaningOrder.of(null, null, false, null))).isEmpty();
        assertThat(clean(CleaningOrder.of("30d", "digits", false, null))).containsExactly(OLD);

        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(RECENT);
        assertThat(Uses.read(layout, OLD)).isEmpty();
        assertThat(names(layout.work())).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongWithAnOrderAtOnce() {
        assertThatThrownBy(() -> CleaningOrder.of("a month", null, false, "much"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                    -Ddistill.olderThan is 'a month'; it must be a time such as 30d or 12h.
                    -Ddistill.maxSize is 'much'; it must be a number of bytes such as 20GB or 500MB, or 0.\
                    """);
    }

    @Test
    void keepsTheStoreWithinALimitTheOldestUseFirst() throws Exception {
        assertThat(housekeeping.keepWithin(150)).isEqualTo(new Trimmed(0, 0));
        assertThat(clean(CleaningOrder.of(null, null, false, "150"))).isEmpty();

        assertThat(housekeeping.keepWithin(149)).isEqualTo(new Trimmed(1, 100));

        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(RECENT);
    }

    @Test
    @DisplayName("removes down to nine tenths of the limit, so that not every build has to look at all entries")
    void leavesRoomForWhatComes() throws Exception {
        String middle = Digests.ofText("middle");
        publish(middle, "digits", 850, Duration.ofDays(2));

        assertThat(housekeeping.keepWithin(1000)).isEqualTo(new Trimmed(0, 0));
        assertThat(housekeeping.keepWithin(999)).isEqualTo(new Trimmed(2, 950));
    }

    @Test
    void neverRemovesWhatThisBuildUses() throws Exception {
        StoreSession session = new StoreSession(root);
        session.use(OLD);

        assertThat(housekeeping.keepWithin(1)).isEqualTo(new Trimmed(1, 50));
        assertThat(housekeeping.list()).extracting(StoredEntry::inUse).containsExactly(true);
        assertThat(clean(CleaningOrder.of(null, null, false, "0"))).isEmpty();
        assertThat(housekeeping.remove(OLD)).contains("a running build uses it");
    }

    @Test
    void givesTheReasonOfEveryRemovalAndRemovesNothingYet() throws Exception {
        assertThat(housekeeping.choose(CleaningOrder.of("30d", "digits", false, "10")))
                .extracting(removal -> removal.entry().key() + " " + removal.reason())
                .containsExactly(
                        OLD + " unused for 40 d; made or used by experiment 'digits'",
                        RECENT + " the store is to take no more than 10 B");
        assertThat(housekeeping.list()).hasSize(2);
    }

    @Test
    void countsEntriesOnceADayAndThenOnlyWhatComes() throws Exception {
        housekeeping.keepWithin(1_000);
        Files.writeString(layout.entry(OLD).resolve("files/weights.bin"), "x".repeat(5_000));
        assertThat(StoreSize.read(layout, NOW)).hasValue(150);

        Path source = Files.createDirectories(root.resolve("made"));
        Files.writeString(source.resolve("weights.bin"), "x".repeat(7));
        StoreSession session = new StoreSession(root);
        new Store(session, "digits", true, warning -> {}).publish(Digests.ofText("new"), "teacher", source);
        new Housekeeping(session, NOW).count();
        new Housekeeping(session, NOW).count();

        assertThat(StoreSize.read(layout, NOW)).hasValue(157);
        assertThat(housekeeping.keepWithin(1_000)).isEqualTo(new Trimmed(0, 0));
        assertThat(StoreSize.read(layout, NOW.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(new Housekeeping(new StoreSession(root), NOW.plus(Duration.ofHours(24))).keepWithin(1_000))
                .isEqualTo(new Trimmed(1, 5_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"bytes\": 9e99}",
                "{\"bytes\": -1, \"counted\": \"2026-11-24T12:00:00Z\"}",
                "{\"bytes\": 1, \"counted\": \"soon\"}",
                "{\"bytes\": 9000000000000000000, \"counted\": \"2026-11-24T12:00:00Z\"}"
            })
    void aForgedSizeOfTheStoreRemovesNothing(String text) throws Exception {
        Files.writeString(layout.size(), text);

        assertThat(housekeeping.keepWithin(150)).isEqualTo(new Trimmed(0, 0));
        assertThat(StoreSize.read(layout, NOW)).hasValue(150);
    }

    @Test
    void forgedSizesInAManifestRemoveNothing() throws Exception {
        forge(OLD, "\"size\" : 100", "\"size\" : 9000000000000000000");

        assertThat(housekeeping.keepWithin(150)).isEqualTo(new Trimmed(0, 0));
        assertThat(housekeeping.list()).extracting(StoredEntry::size).containsExactly(100L, 50L);
    }

    @Test
    void whatIsLargerThanTheLimitGoesBeforeEverythingElse() throws Exception {
        Files.writeString(layout.entry(RECENT).resolve("files/weights.bin"), "x".repeat(1_000));

        assertThat(housekeeping.keepWithin(150)).isEqualTo(new Trimmed(1, 1_000));
        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(OLD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "made" : "[^"]*"       | "made" : "soon"
        "made" : "[^"]*"       | "made" : null
        "made" : "[^"]*"       | "made" : {}
        "step" : "[^"]*"       | "step" : null
        "experiment" : "[^"]*" | "experiment" : null
        "files" : \\{          | "files" : {"nothing" : null,
        "key"                  | "another"
        """)
    void aManifestOfAnotherKindConcernsItsEntryAlone(String was, String is) throws Exception {
        forge(OLD, was, is);

        assertThat(housekeeping.list())
                .extracting(StoredEntry::key, StoredEntry::condition)
                .containsExactlyInAnyOrder(tuple(OLD, EntryCondition.DAMAGED), tuple(RECENT, EntryCondition.READABLE));
        assertThat(housekeeping.verify().damaged()).singleElement().asString().startsWith(OLD + ": manifest.json is ");
        assertThat(housekeeping.keepWithin(1_000)).isEqualTo(new Trimmed(0, 0));
        assertThat(clean(CleaningOrder.of(null, null, true, null))).containsExactly(OLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"last\": \"soon\", \"experiments\": []}",
                "{\"last\": \"2026-11-24T12:00:00Z\", \"experiments\": [null]}",
                "null",
                "[["
            })
    void aRecordOfUseOfAnotherKindCountsAsNone(String text) throws Exception {
        Files.writeString(layout.uses().resolve(OLD + ".json"), text);

        assertThat(housekeeping.list()).extracting(StoredEntry::key).contains(OLD);
        assertThat(housekeeping.keepWithin(1_000)).isEqualTo(new Trimmed(0, 0));
    }

    @Test
    void aUseInTheFutureIsOneOfNow() throws Exception {
        Uses.add(layout, OLD, "digits", NOW.plus(Duration.ofDays(4000)));

        assertThat(housekeeping.list())
                .extracting(StoredEntry::used)
                .containsExactly(NOW.minus(Duration.ofHours(1)), NOW);
    }

    @Test
    @DisplayName("counts, checks and removes no file that the store did not make, wherever it lies")
    void leavesStrayFilesAlone() throws Exception {
        List<Path> strays = new ArrayList<>();
        for (Path folder : List.of(
                root,
                layout.format(),
                layout.entries(),
                layout.entry(OLD).getParent(),
                layout.entry(OLD),
                layout.entry(OLD).resolve("files"),
                layout.work(),
                layout.incoming(),
                layout.checkpoints(),
                layout.uses(),
                layout.latest(),
                layout.locks(),
                layout.builds())) {
            Files.createDirectories(folder);
            strays.add(Files.writeString(folder.resolve(".DS_Store"), "of a Mac"));
            strays.add(Files.createDirectories(folder.resolve("@eaDir")));
        }
        Files.createDirectories(layout.entries().resolve("zz").resolve(OLD));

        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(OLD, RECENT);
        assertThat(housekeeping.list()).extracting(StoredEntry::size).containsExactly(100L + "of a Mac".length(), 50L);
        assertThat(housekeeping.skipped()).isEmpty();
        assertThat(housekeeping.verify()).isEqualTo(new Verification(2, List.of(), List.of()));
        assertThat(housekeeping.clear()).isEmpty();
        assertThat(clean(CleaningOrder.of(null, null, false, "0"))).containsExactly(OLD, RECENT);
        strays.removeIf(stray -> stray.startsWith(layout.entry(OLD)));
        assertThat(strays).allSatisfy(stray -> assertThat(stray).exists());
    }

    @Test
    void neverRemovesWhatAnotherBuildUsesUntilThatIsDead() throws Exception {
        Process build = StoreProcess.start(root, StoreProcess.USE_AND_STAY, OLD);
        try (BufferedReader output = build.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            assertThat(clean(CleaningOrder.of(null, "digits", false, null))).isEmpty();
        } finally {
            build.destroyForcibly().waitFor();
        }
        assertThat(clean(CleaningOrder.of(null, "digits", false, null))).hasSize(1);
    }

    @Test
    void neverRemovesWhatSomebodyIsMaking() throws Exception {
        Store store = new Store(new StoreSession(root), "digits", true, warning -> {});
        try (StoreLock lock = store.lock(OLD, "a build", holder -> {})) {
            assertThat(clean(CleaningOrder.of(null, "digits", false, null))).isEmpty();
        }
    }

    @Test
    void clearsWhatKilledBuildsLeftAndKeepsWhatCanBeGoneOnWith() throws Exception {
        Files.createDirectories(layout.work(OLD).resolve("files"));
        Files.createDirectories(layout.locks());
        Files.writeString(layout.locks().resolve(OLD + ".lock"), "");
        Files.writeString(layout.locks().resolve(OLD + ".holder"), "a dead build");
        Files.createDirectories(layout.builds().resolve("1-dead-" + UUID.randomUUID()));
        unfinished(layout.checkpoints().resolve(OLD), Duration.ofDays(15));
        unfinished(layout.checkpoints().resolve(RECENT), Duration.ofDays(13));

        housekeeping.clear();

        assertThat(names(layout.work())).isEmpty();
        assertThat(names(layout.locks())).isEmpty();
        assertThat(names(layout.builds())).isEmpty();
        assertThat(names(layout.checkpoints()))
                .containsExactly(layout.checkpoints().resolve(RECENT));
    }

    /** The keys of what is gone. */
    private List<String> clean(CleaningOrder order) throws StoreException {
        List<String> gone = new ArrayList<>();
        for (Removal removal : housekeeping.choose(order)) {
            if (housekeeping.remove(removal.entry().key()).isEmpty()) {
                gone.add(removal.entry().key());
            }
        }
        return gone;
    }

    /** Changes a manifest as somebody would who can also compute its seal. */
    private void forge(String key, String was, String is) throws Exception {
        Path manifest = layout.entry(key).resolve("manifest.json");
        String text = Files.readString(manifest);
        String forged = text.replaceFirst(was, is);
        assertThat(forged).isNotEqualTo(text);
        Files.writeString(manifest, forged);
        Files.writeString(layout.entry(key).resolve("manifest.sha256"), Digests.ofText(forged) + "  manifest.json\n");
    }

    private static List<Path> names(Path folder) throws Exception {
        return new PlainTree(folder).list(folder);
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
        for (Path build : names(layout.builds())) {
            Disk.delete(build);
        }
        Uses.forget(layout, key);
        Uses.add(layout, key, experiment, NOW.minus(age));
    }
}
