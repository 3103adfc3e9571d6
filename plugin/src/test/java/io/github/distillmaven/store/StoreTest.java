package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        store = new Store(folder.resolve("store"), warnings::add);
        destination = folder.resolve("target").resolve("teacher");
    }

    @Test
    void restoresWhatWasPublishedInPlaceOfWhatWasThere() throws Exception {
        publish("weights");
        Files.createDirectories(destination);
        Files.writeString(destination.resolve("stale.txt"), "old");

        assertThat(store.restore(KEY, destination)).isTrue();

        assertThat(filesBelow(destination)).containsExactly("model/weights.bin");
        assertThat(destination.resolve("model/weights.bin")).hasContent("weights");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsNotThereLeavesTheDestinationAlone() throws Exception {
        Files.createDirectories(destination);
        Files.writeString(destination.resolve("mine.txt"), "mine");

        assertThat(store.restore(KEY, destination)).isFalse();

        assertThat(filesBelow(destination)).containsExactly("mine.txt");
    }

    @Test
    void editingARestoredFileDoesNotReachTheStore() throws Exception {
        publish("weights");
        store.restore(KEY, destination);

        Files.writeString(destination.resolve("model/weights.bin"), "vandalised");

        assertThat(store.restore(KEY, destination)).isTrue();
        assertThat(destination.resolve("model/weights.bin")).hasContent("weights");
    }

    @Test
    void aFlippedByteIsAMissAndAWarningAndTheEntryGoes() throws Exception {
        publish("weights");
        Files.writeString(entry().resolve("model/weights.bin"), "weighTs");

        assertThat(store.restore(KEY, destination)).isFalse();

        assertThat(warnings)
                .containsExactly(
                        "The store's entry " + KEY + " is damaged and was removed: model/weights.bin has SHA-256 "
                                + Digests.ofText("weighTs") + ".");
        assertThat(destination).doesNotExist();
        assertThat(entry()).doesNotExist();
    }

    @Test
    void aMissingFileADamagedManifestAndAForeignManifestAreMisses() throws Exception {
        publish("weights");
        Files.delete(entry().resolve("model/weights.bin"));
        assertThat(store.restore(KEY, destination)).isFalse();

        publish("weights");
        Files.writeString(entry().resolve("manifest.json"), "{\"key\":");
        assertThat(store.restore(KEY, destination)).isFalse();

        publish("weights");
        String manifest = Files.readString(entry().resolve("manifest.json"));
        String other = Digests.ofText("another step");
        Files.writeString(entry().resolve("manifest.json"), manifest.replace(KEY, other));
        assertThat(store.restore(KEY, destination)).isFalse();

        String removed = "The store's entry " + KEY + " is damaged and was removed: ";
        assertThat(warnings)
                .containsExactly(
                        removed + "model/weights.bin is missing.",
                        removed + "manifest.json is not what was written.",
                        removed + "its manifest is that of " + other + ".");
    }

    @Test
    void aManifestThatPointsOutsideTheDestinationIsRefused() throws Exception {
        publish("weights");
        Files.writeString(entry().getParent().resolve("secret"), "secret");
        String manifest = Files.readString(entry().resolve("manifest.json"));
        Files.writeString(entry().resolve("manifest.json"), manifest.replace("model/weights.bin", "../secret"));

        assertThat(store.restore(KEY, destination)).isFalse();

        assertThat(filesBelow(folder.resolve("target"))).isEmpty();
    }

    @Test
    void whoPublishesSecondKeepsTheFirst() throws Exception {
        publish("first");
        publish("second");

        store.restore(KEY, destination);

        assertThat(destination.resolve("model/weights.bin")).hasContent("first");
        assertThat(filesBelow(folder.resolve("store/v1/work"))).isEmpty();
    }

    @Test
    void oneMakesAnEntryAndOthersWaitAndLearnWho() throws Exception {
        List<String> told = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(1);
        List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
        Thread second;
        try (StoreLock first = store.lock(KEY, "build one", told::add)) {
            second = new Thread(() -> {
                try (StoreLock lock = store.lock(KEY, "build two", holder -> {
                    told.add(holder);
                    waiting.countDown();
                })) {
                    order.add("second");
                } catch (Exception e) {
                    order.add(e.toString());
                }
            });
            second.start();
            waiting.await();
            order.add("first");
        }
        second.join();

        assertThat(told).containsExactly("build one");
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Store blocked = new Store(file.resolve("store"), warnings::add);

        assertThatThrownBy(blocked::newWorkFolder)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The store " + file.resolve("store") + " cannot be used: ")
                .hasMessageEndingWith(
                        ". Make the folder writable, or choose another one with -Ddistill.store=<folder>.");
    }

    private void publish(String weights) throws Exception {
        Path work = store.newWorkFolder();
        Files.createDirectories(work.resolve("model"));
        Files.writeString(work.resolve("model/weights.bin"), weights);
        store.publish(KEY, work);
        assertThat(work).doesNotExist();
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
