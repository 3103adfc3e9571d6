package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.LayeredFolder;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.Disk;
import io.github.distillmaven.disk.Rename;
import io.github.distillmaven.store.cleaning.Trimmed;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** In a container, a folder of the image cannot be renamed: the kernel says EXDEV, Java that no atomic move is supported. */
@DisplayName("A store whose folders cannot be renamed")
class LayeredStoreTest {

    private static final String KEY = Digests.ofText("a step");

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private StoreLayout layout;
    private Store store;

    @BeforeEach
    void open() {
        Path root = folder.resolve("store");
        layout = new StoreLayout(root, new PlainTree(root, LayeredStoreTest::rename));
        store = new Store(new StoreSession(layout), "digits", true, warnings::add);
    }

    /** Folders only within their own, files anywhere, as where the upper of two layers holds what is new. */
    private static void rename(Path source, Path place) throws IOException {
        boolean isFolder = Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS);
        if (isFolder && !source.getParent().equals(place.getParent())) {
            throw new AtomicMoveNotSupportedException(source.toString(), place.toString(), "Invalid cross-device link");
        }
        Rename.ATOMIC.move(source, place);
    }

    @Test
    void keepsAndServesEntries() throws Exception {
        publish();

        assertThat(restored()).hasContent("weights");
        assertThat(layout.unfinished(KEY)).doesNotExist();
        assertThat(layout.work()).isEmptyDirectory();
        assertThat(warnings).isEmpty();
    }

    @Test
    void removesAndHealsADamagedEntry() throws Exception {
        publish();
        Files.writeString(layout.entry(KEY).resolve("files/weights.bin"), "damaged");

        assertThat(restored()).doesNotExist();
        assertThat(layout.entry(KEY)).doesNotExist();
        assertThat(warnings)
                .containsExactly(
                        "The store's entry %s is damaged and was removed: weights.bin has 7 bytes with SHA-256 %s."
                                .formatted(KEY, Digests.ofText("damaged")));
        publish();
        assertThat(restored()).hasContent("weights");
    }

    @Test
    void removesEntriesUnlessTheyAreUsed() throws Exception {
        publish();
        Housekeeping housekeeping = new Housekeeping(new StoreSession(layout), Instant.now());

        assertThat(housekeeping.remove(KEY)).contains("a running build uses it");
        PathUtils.cleanDirectory(layout.builds());
        assertThat(housekeeping.keepWithin(1)).isEqualTo(new Trimmed(1, 7));
        assertThat(layout.entry(KEY)).doesNotExist();
    }

    @Test
    void bringsAnEntryBackThatIsUsedAfterAll() throws Exception {
        publish();

        EntryRemoval removal = EntryRemoval.begin(layout, KEY);
        assertThat(new Housekeeping(new StoreSession(layout), Instant.now()).verify(KEY))
                .contains("manifest.sha256 is missing");
        removal.undo();

        assertThat(restored()).hasContent("weights");
    }

    @Test
    @DisplayName("forgets copies that a killed build did not complete")
    void forgetsUnfinishedCopies() throws Exception {
        publish();
        Files.createDirectories(layout.unfinished(KEY).resolve("files"));
        Housekeeping housekeeping =
                new Housekeeping(new StoreSession(layout), Instant.now().plus(Duration.ofDays(1)));

        assertThat(housekeeping.list()).hasSize(1);
        housekeeping.keepWithin(1_000);

        assertThat(layout.unfinished(KEY)).doesNotExist();
    }

    @Test
    @DisplayName("in the image of a container serves, is cleaned and heals")
    void inAContainer() throws Exception {
        Path image = folder.resolve("image");
        layout = new StoreLayout(image);
        store = new Store(new StoreSession(layout), "digits", true, warnings::add);
        publish();
        PathUtils.deleteDirectory(layout.builds());
        try (LayeredFolder container = LayeredFolder.mount(image, folder.resolve("layers"))) {
            layout = new StoreLayout(container.path());
            store = new Store(new StoreSession(layout), "digits", true, warnings::add);
            Housekeeping housekeeping = new Housekeeping(new StoreSession(layout), Instant.now());

            assertThat(housekeeping.remove(KEY)).isEmpty();
            assertThat(layout.entry(KEY)).doesNotExist();
            publish();
            assertThat(restored()).hasContent("weights");
        }
        try (LayeredFolder container = LayeredFolder.mount(image, folder.resolve("others"))) {
            layout = new StoreLayout(container.path());
            store = new Store(new StoreSession(layout), "digits", true, warnings::add);
            Files.writeString(layout.entry(KEY).resolve("files/weights.bin"), "damaged");

            assertThat(restored()).doesNotExist();
            assertThat(warnings).singleElement().asString().contains(" is damaged and was removed: ");
            publish();
            assertThat(restored()).hasContent("weights");
        }
    }

    private void publish() throws Exception {
        Path source = Files.createDirectories(folder.resolve("made"));
        Files.writeString(source.resolve("weights.bin"), "weights");
        store.publish(KEY, "teacher", source);
    }

    private Path restored() throws Exception {
        Path destination = folder.resolve("restored");
        Disk.delete(Files.createDirectories(destination));
        store.restore(KEY, Files.createDirectories(destination));
        return destination.resolve("weights.bin");
    }
}
