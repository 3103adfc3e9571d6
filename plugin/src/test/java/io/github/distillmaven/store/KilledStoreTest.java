package io.github.distillmaven.store;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.distillmaven.store.cleaning.StoredEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A store whose writers are killed")
class KilledStoreTest {

    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    @Test
    void holdsNothingButSoundEntriesAndCanBeCleared() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path source = Files.createDirectories(folder.resolve("made"));
        byte[] weights = new byte[300_000];
        random.nextBytes(weights);
        Files.write(source.resolve("weights.bin"), weights);
        Files.writeString(source.resolve("result.json"), "{}");
        Path root = folder.resolve("store");
        int workLeft = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = StoreProcess.start(root, StoreProcess.PUBLISH, source.toString());
            try (BufferedReader output = writer.inputReader()) {
                assertThat(output.readLine()).isEqualTo("ready");
                Thread.sleep(random.nextInt(40));
            } finally {
                writer.destroyForcibly().waitFor();
            }
            workLeft += names(root.resolve("v1/work")).size();
        }

        Housekeeping housekeeping = new Housekeeping(new StoreSession(root), Instant.now());
        List<StoredEntry> entries = housekeeping.list();
        assertThat(entries).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(KILLS);
        List<String> problems = new ArrayList<>();
        for (StoredEntry entry : entries) {
            housekeeping.verify(entry.key()).ifPresent(problems::add);
        }
        assertThat(problems).as("seed %d", seed).isEmpty();
        assertThat(workLeft).as("kills that struck a write, seed %d", seed).isPositive();

        housekeeping.clear();
        for (String left : List.of("work", "locks", "builds")) {
            assertThat(names(root.resolve("v1").resolve(left))).as(left).isEmpty();
        }
    }

    private static List<Path> names(Path folder) throws Exception {
        return new PlainTree(folder).list(folder);
    }
}
