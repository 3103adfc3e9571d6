package io.github.distillmaven.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.store.cleaning.CleaningOrder;
import io.github.distillmaven.store.cleaning.Removal;
import io.github.distillmaven.store.cleaning.StoredEntry;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whoever can write to a shared store can put links in it. For each position a link leads to a folder or file elsewhere that
 * has all the names that the store would look for; whatever is done then, nothing there may change, nor come from there.
 */
@DisplayName("A store with a link in it")
class StoreLinksTest {

    private static final String KEY = Digests.ofText("a step");
    private static final String OTHER = Digests.ofText("another step");
    private static final String ENTRY = "v1/entries/" + KEY.substring(0, 2) + "/" + KEY;

    @TempDir
    private Path folder;

    private Path root;
    private Path elsewhere;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        root = folder.resolve("store");
        publish(KEY);
        publish(OTHER);
        forgetBuilds();
        for (String name : List.of("incoming", "checkpoints", "work")) {
            Files.createDirectories(
                    root.resolve("v1").resolve(name).resolve(KEY).resolve("files"));
            Files.writeString(root.resolve("v1").resolve(name).resolve(KEY).resolve("train.part"), "half");
        }
        Files.createDirectories(root.resolve("v1/locks"));
        Files.writeString(root.resolve("v1/locks/" + KEY + ".lock"), "");
        Files.writeString(root.resolve("v1/locks/" + KEY + ".holder"), "a dead build");
        Path dead = Files.createDirectories(root.resolve("v1/builds/1-dead"));
        Files.writeString(dead.resolve("alive"), "");
        Files.writeString(dead.resolve("keys"), KEY + "\n");
        new Store(new StoreSession(root), "digits", true, warnings::add).remember("what", "text");
        new Housekeeping(new StoreSession(root), Instant.now()).keepWithin(1_000_000);
        elsewhere = folder.resolve("elsewhere");
    }

    static Stream<String> positions() {
        return Stream.of(
                "v1",
                "v1/entries",
                "v1/entries/" + KEY.substring(0, 2),
                ENTRY,
                ENTRY + "/manifest.json",
                ENTRY + "/manifest.sha256",
                ENTRY + "/files",
                ENTRY + "/files/model",
                ENTRY + "/files/model/weights.bin",
                "v1/work",
                "v1/work/" + KEY,
                "v1/work/" + KEY + "/train.part",
                "v1/incoming",
                "v1/incoming/" + KEY,
                "v1/incoming/" + KEY + "/files",
                "v1/incoming/" + KEY + "/train.part",
                "v1/checkpoints",
                "v1/checkpoints/" + KEY,
                "v1/checkpoints/" + KEY + "/files",
                "v1/checkpoints/" + KEY + "/train.part",
                "v1/locks",
                "v1/locks/" + KEY + ".lock",
                "v1/locks/" + KEY + ".holder",
                "v1/builds",
                "v1/builds/1-dead",
                "v1/builds/1-dead/alive",
                "v1/builds/1-dead/keys",
                "v1/uses",
                "v1/uses/" + KEY + ".json",
                "v1/latest",
                "v1/latest/" + Digests.ofText("what") + ".json",
                "v1/size.json");
    }

    @ParameterizedTest
    @MethodSource("positions")
    void changesNothingElsewhere(String position) throws Exception {
        linked(position);
        SortedMap<String, String> before = snapshot();

        everything();

        assertThat(snapshot()).as(position).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1/entries"})
    void cannotBeListedThroughIt(String position) throws Exception {
        Path link = linked(position);

        assertThatThrownBy(() -> new Housekeeping(new StoreSession(root), Instant.now()).list())
                .isInstanceOf(StoreException.class)
                .hasMessage(("The store %s cannot be used: %s is a link, or neither file nor folder. A store follows no"
                                + " links: put a folder there, or name the folder that it leads to with"
                                + " -Ddistill.store=<folder>.")
                        .formatted(root, link));
    }

    @Test
    void namesFoldersThatAreLinksAndGoesOnWithTheRest() throws Exception {
        Path group = linked("v1/entries/" + KEY.substring(0, 2));
        elsewhere = folder.resolve("scratch");
        Path work = linked("v1/work");
        Housekeeping housekeeping = new Housekeeping(new StoreSession(root), Instant.now());

        assertThat(housekeeping.list()).extracting(StoredEntry::key).containsExactly(OTHER);
        assertThat(housekeeping.skipped())
                .containsExactly(
                        work + " is not a folder. It is not followed, and builds cannot use it.",
                        group + " is a link. It is not followed, and no entry is taken from there.");
        assertThat(housekeeping.verify().unread()).isEqualTo(housekeeping.skipped());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/manifest.json", "/manifest.sha256", "/files", "/files/model", "/files/model/weights.bin"})
    void servesNothingThroughItAndMakesTheEntryAgain(String position) throws Exception {
        linked(ENTRY + position);

        assertThat(restore()).isFalse();

        assertThat(warnings)
                .containsExactly(
                        "The store's entry %s is damaged and was removed: %s is a link, or neither file nor folder."
                                .formatted(KEY, position.isEmpty() ? "it" : position.substring(1)));
        publish(KEY);
        assertThat(restore()).isTrue();
    }

    @Test
    @DisplayName("that is itself a link serves as any other: its path is the user's choice")
    void mayBeALinkItself() throws Exception {
        Path moved = folder.resolve("moved");
        Files.move(root, moved);
        Files.createSymbolicLink(root, moved);

        assertThat(restore()).isTrue();
        publish(Digests.ofText("a third step"));
        assertThat(new Housekeeping(new StoreSession(root), Instant.now()).list())
                .hasSize(3);
    }

    /** What builds and goals do with a store, each as far as it gets. */
    private void everything() throws Exception {
        for (String key : List.of(KEY, OTHER, Digests.ofText("a third step"))) {
            attempt(() -> restore());
            attempt(() -> {
                Store store = store();
                try (StoreLock lock = store.lock(key, "this build", holder -> {})) {
                    attempt(() -> write(store.incoming(key)));
                    attempt(() -> write(store.checkpoints(key)));
                    attempt(() -> publish(key));
                    store.forgetUnfinished(key);
                }
            });
            attempt(() -> store().digests(key));
        }
        attempt(() -> store().remember("what", "another text"));
        attempt(() -> store().latest("what").ifPresent(text -> {}));
        forgetBuilds();
        Housekeeping housekeeping =
                new Housekeeping(new StoreSession(root), Instant.now().plus(Duration.ofDays(40)));
        attempt(housekeeping::list);
        attempt(housekeeping::verify);
        attempt(housekeeping::skipped);
        attempt(housekeeping::clear);
        attempt(() -> housekeeping.keepWithin(1));
        attempt(() -> {
            for (Removal removal : housekeeping.choose(CleaningOrder.of(null, null, false, "0"))) {
                housekeeping.remove(removal.entry().key());
            }
        });
        for (String key : List.of(KEY, OTHER)) {
            housekeeping.remove(key);
        }
    }

    /** A download or a training that goes on with what is there. */
    private static void write(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files/half.bin"), "more");
        Files.writeString(folder.resolve("train.part"), "more");
    }

    private interface Work {

        void run() throws Exception;
    }

    private static void attempt(Work work) throws Exception {
        try {
            work.run();
        } catch (StoreException refused) {
            // Which is one way not to follow a link.
        }
    }

    /** Moves what is at a position elsewhere, old enough for every clean-up, and puts a link in its place. */
    private Path linked(String position) throws Exception {
        Path link = root.resolve(position);
        Files.createDirectories(elsewhere);
        Path target = elsewhere.resolve("precious");
        Files.move(link, target);
        try (Stream<Path> all = Files.walk(target)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
            }
        }
        return Files.createSymbolicLink(link, target);
    }

    /** Every path elsewhere with its content and time. */
    private SortedMap<String, String> snapshot() throws Exception {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(elsewhere)) {
            for (Path path : all.toList()) {
                String content = Files.isRegularFile(path) ? Files.readString(path) : "folder";
                files.put(path.toString(), Files.getLastModifiedTime(path) + " " + content);
            }
        }
        return files;
    }

    /** As if the builds so far had ended, which would protect what they used. */
    private void forgetBuilds() throws Exception {
        Path builds = root.resolve("v1/builds");
        if (Files.isDirectory(builds)
                && builds.toRealPath().equals(root.toRealPath().resolve("v1/builds"))) {
            PathUtils.cleanDirectory(builds);
        }
    }

    private Store store() {
        return new Store(new StoreSession(root), "digits", true, warnings::add);
    }

    private void publish(String key) throws Exception {
        Path source = Files.createDirectories(folder.resolve("made"));
        Files.createDirectories(source.resolve("model"));
        Files.writeString(source.resolve("model/weights.bin"), "weights");
        store().publish(key, "teacher", source);
    }

    private boolean restore() throws Exception {
        Path destination = folder.resolve("restored");
        if (Files.exists(destination)) {
            PathUtils.deleteDirectory(destination);
        }
        return store().restore(KEY, Files.createDirectories(destination));
    }
}
