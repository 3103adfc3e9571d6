package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The store")
class StoreTest {

    private static final String KEY = Digests.ofText("a step");

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Store store;
    private Path destination;

    @BeforeEach
    void open() {
        store = open(folder.resolve("store"));
        destination = folder.resolve("restored");
    }

    @Test
    void restoresWhatWasPublished() throws Exception {
        publish("weights");

        assertThat(restore()).isTrue();

        assertThat(filesBelow(destination)).containsExactly("model/weights.bin", "result.json");
        assertThat(destination.resolve("model/weights.bin")).hasContent("weights");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsStagedIsThereOncePublishedAndGoneOnceDiscarded() throws Exception {
        Path source = Files.createDirectories(folder.resolve("staged"));
        Files.writeString(source.resolve("result.json"), "{}");

        Store.Staged staged = store.stage(KEY, "teacher", source);
        assertThat(restore()).isFalse();
        store.discard(staged);
        assertThat(filesBelow(folder.resolve("store"))).noneMatch(file -> file.endsWith("result.json"));

        store.publish(store.stage(KEY, "teacher", source));
        assertThat(restore()).isTrue();
        assertThat(filesBelow(destination)).containsExactly("result.json");
        assertThat(store.stage(KEY, "teacher", source).isNew()).isFalse();
    }

    @Test
    void servesUnderAnyPathThatLeadsThere() throws Exception {
        publish("weights");
        store = open(folder.resolve("elsewhere/../store"));
        destination = folder.resolve("elsewhere/../restored");
        Files.createDirectories(folder.resolve("elsewhere"));

        assertThat(restore()).isTrue();

        assertThat(filesBelow(folder.resolve("restored"))).containsExactly("model/weights.bin", "result.json");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsNotThereLeavesNothing() throws Exception {
        assertThat(restore()).isFalse();

        assertThat(filesBelow(destination)).isEmpty();
        assertThat(store.digests(KEY)).isEmpty();
    }

    @Test
    void editingAFileBeforeOrAfterDoesNotReachTheStore() throws Exception {
        Path source = publish("weights");
        restore();

        Files.writeString(source.resolve("model/weights.bin"), "vandalised");
        Files.writeString(destination.resolve("model/weights.bin"), "vandalised");

        assertThat(restore()).isTrue();
        assertThat(destination.resolve("model/weights.bin")).hasContent("weights");
    }

    @Test
    void anyFlippedByteIsAMissAndAWarningAndTheEntryGoes() throws Exception {
        Path sound = folder.resolve("sound");
        publish("weights");
        PathUtils.copyDirectory(entry(), sound);
        int flipped = 0;
        for (String name : filesBelow(sound)) {
            byte[] bytes = Files.readAllBytes(sound.resolve(name));
            for (int at = 0; at < bytes.length; at++) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) (1 << at % 8);
                restoreEntry(sound);
                Files.write(entry().resolve(name), damaged);
                warnings.clear();

                assertThat(restore()).as("byte %d of %s", at, name).isFalse();

                assertThat(filesBelow(destination)).isEmpty();
                assertThat(entry()).doesNotExist();
                assertThat(warnings).hasSize(1);
                flipped++;
            }
        }
        assertThat(flipped).isGreaterThan(500);
    }

    @Test
    void anyFileCutShortOrMissingIsAMissAndTheWarningSaysWhich() throws Exception {
        Path sound = folder.resolve("sound");
        publish("weights");
        PathUtils.copyDirectory(entry(), sound);
        for (String name : filesBelow(sound)) {
            restoreEntry(sound);
            byte[] bytes = Files.readAllBytes(sound.resolve(name));
            Files.write(entry().resolve(name), Arrays.copyOf(bytes, bytes.length - 1));
            assertThat(restore()).as(name).isFalse();

            restoreEntry(sound);
            Files.delete(entry().resolve(name));
            assertThat(restore()).as(name).isFalse();
        }
        assertThat(warnings)
                .allSatisfy(warning -> assertThat(warning)
                        .startsWith("The store's entry " + KEY + " is damaged and was removed: ")
                        .endsWith("."))
                .anySatisfy(warning -> assertThat(warning).endsWith("removed: model/weights.bin is missing."))
                .anySatisfy(warning -> assertThat(warning)
                        .endsWith("removed: model/weights.bin has 6 bytes with SHA-256 " + Digests.ofText("weight")
                                + "."))
                .anySatisfy(warning -> assertThat(warning).endsWith("removed: manifest.json is not what was written."));
    }

    @Test
    void aStoreThatMayNotBeWrittenStaysAsItIs() throws Exception {
        publish("weights");
        PathUtils.deleteDirectory(folder.resolve("store/v1/uses"));
        PathUtils.deleteDirectory(folder.resolve("store/v1/builds"));
        List<String> before = filesBelow(folder.resolve("store"));
        Store reading = new Store(new StoreSession(folder.resolve("store")), "digits", false, warnings::add);

        assertThat(reading.restore(KEY, Files.createDirectories(destination))).isTrue();
        PathUtils.deleteDirectory(destination);
        Files.writeString(entry().resolve("files/result.json"), "[]");
        assertThat(reading.restore(KEY, Files.createDirectories(destination))).isFalse();

        assertThat(filesBelow(folder.resolve("store"))).isEqualTo(before);
        assertThat(warnings)
                .containsExactly("The store's entry " + KEY
                        + " is damaged and is not used: result.json has 2 bytes with SHA-256 " + Digests.ofText("[]")
                        + ".");
    }

    @Test
    void theEntryOfAnotherKeyIsNotServed() throws Exception {
        publish("weights");
        String other = Digests.ofText("another step");
        Path place = folder.resolve("store/v1/entries")
                .resolve(other.substring(0, 2))
                .resolve(other);
        Files.createDirectories(place.getParent());
        Files.move(entry(), place);

        Files.createDirectories(destination);
        assertThat(store.restore(other, destination)).isFalse();

        assertThat(warnings)
                .containsExactly("The store's entry " + other + " is damaged and was removed: its manifest is that of "
                        + KEY + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "../secret, ../secret would lie outside",
        "., . would lie outside",
        "/secret, /secret would lie outside",
        "nul\\u0000, a file has the name 'nul?'"
    })
    void aManifestThatNamesWhatIsNotInTheEntryIsRefused(String name, String problem) throws Exception {
        publish("weights");
        Files.writeString(entry().resolve("secret"), "weights");
        String manifest = Files.readString(entry().resolve("manifest.json")).replace("model/weights.bin", name);
        Files.writeString(entry().resolve("manifest.json"), manifest);
        Files.writeString(entry().resolve("manifest.sha256"), Digests.ofText(manifest) + "  manifest.json\n");

        assertThat(restore()).isFalse();

        assertThat(warnings)
                .containsExactly("The store's entry " + KEY + " is damaged and was removed: " + problem + ".");
        assertThat(folder.resolve("secret")).doesNotExist();
    }

    @Test
    void whoPublishesSecondKeepsTheFirst() throws Exception {
        publish("first");
        publish("second");

        restore();

        assertThat(destination.resolve("model/weights.bin")).hasContent("first");
        assertThat(store.digests(KEY).orElseThrow()).containsEntry("model/weights.bin", Digests.ofText("first"));
        assertThat(filesBelow(folder.resolve("store/v1/work"))).isEmpty();
    }

    @Test
    void anEntryThatCameFromElsewhereIsUnpackedIfItIsSound() throws Exception {
        Path source = publish("weights");
        Path sent = Files.createDirectories(folder.resolve("sent"));
        store.write(KEY, "teacher", source, sent);

        Store.unpack(sent, KEY, Files.createDirectories(destination));

        assertThat(destination.resolve("model/weights.bin")).hasContent("weights");
        Files.writeString(sent.resolve("files/result.json"), "[]");
        assertThatThrownBy(() -> Store.unpack(sent, KEY, destination))
                .hasMessage("result.json has 2 bytes with SHA-256 " + Digests.ofText("[]"));
    }

    @Test
    void whatIsUnfinishedStaysUntilItIsForgotten() throws Exception {
        Path checkpoints = Files.createDirectories(store.checkpoints(KEY));
        Files.writeString(checkpoints.resolve("checkpoint.bin"), "half way");
        Files.writeString(store.incoming(KEY).resolve("train.part"), "half");

        assertThat(open(folder.resolve("store")).checkpoints(KEY).resolve("checkpoint.bin"))
                .hasContent("half way");

        store.forgetUnfinished(KEY);
        assertThat(filesBelow(folder.resolve("store"))).isEmpty();
    }

    @Test
    void remembersTheLastTextOfAName() {
        store.remember("org.example:a/digits/teacher", "one");
        store.remember("org.example:a/digits/teacher", "two");

        assertThat(store.latest("org.example:a/digits/teacher").orElseThrow()).hasContent("two");
        assertThat(store.latest("org.example:a/digits/student")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Store blocked = open(file.resolve("store"));

        assertThatThrownBy(() -> blocked.incoming(KEY))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The store %s cannot be used: a file is on the way to %s, where a folder should be. Remove it, or choose another folder with -Ddistill.store=<folder>."
                                .formatted(file.resolve("store"), file.resolve("store/v1")));
    }

    @Test
    @DisplayName("replaces a damaged entry when its key is published, if it could not be removed before")
    void publishingHeals() throws Exception {
        publish("weights");
        Files.writeString(entry().resolve("files/result.json"), "[]");
        try (StoreLock lock = store.lock(KEY, "this build", holder -> {})) {
            assertThat(restore()).isFalse();
            assertThat(warnings)
                    .containsExactly("The store's entry " + KEY
                            + " is damaged and is not used: result.json has 2 bytes with SHA-256 "
                            + Digests.ofText("[]")
                            + ".");
            publish("weights");
        }
        assertThat(restore()).isTrue();
        assertThat(destination.resolve("result.json")).hasContent("{}");
    }

    private Store open(Path root) {
        return new Store(new StoreSession(root), "digits", true, warnings::add);
    }

    /** Publishes an entry of two files and returns their folder. */
    private Path publish(String weights) throws Exception {
        Path source = folder.resolve("made");
        Files.createDirectories(source.resolve("model"));
        Files.writeString(source.resolve("model/weights.bin"), weights);
        Files.writeString(source.resolve("result.json"), "{}");
        store.publish(KEY, "teacher", source);
        return source;
    }

    private boolean restore() throws Exception {
        if (Files.exists(destination)) {
            PathUtils.deleteDirectory(destination);
        }
        return store.restore(KEY, Files.createDirectories(destination));
    }

    private void restoreEntry(Path sound) throws IOException {
        if (Files.exists(entry())) {
            PathUtils.deleteDirectory(entry());
        }
        PathUtils.copyDirectory(sound, entry());
    }

    private Path entry() {
        return folder.resolve("store/v1/entries").resolve(KEY.substring(0, 2)).resolve(KEY);
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
