package io.github.distillmaven.pipeline.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.distillmaven.LayeredFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A step's folder for what is under way")
class ScratchTest {

    private static final int THREADS = 4;

    /** Enough that without its handling the race is lost again and again. */
    private static final int TURNS = 500;

    @TempDir
    Path root;

    @Test
    void isRemovedWithItsParentIfThatIsEmpty() throws Exception {
        Path work = root.resolve("work");
        Scratch one = new Scratch(work.resolve("one")).cleared();
        Scratch other = new Scratch(work.resolve("other")).cleared();

        one.delete();
        assertThat(work).isDirectoryNotContaining("glob:**/one");
        other.delete();
        assertThat(work).doesNotExist();
    }

    @Test
    @DisplayName("replaces a folder of a container's image, which cannot be renamed")
    void replacesAFolderOfAnImage() throws Exception {
        Path image = root.resolve("image");
        Files.writeString(Files.createDirectories(image.resolve("teacher")).resolve("model"), "old");
        try (LayeredFolder container = LayeredFolder.mount(image, root.resolve("layers"))) {
            Scratch scratch = new Scratch(container.path().resolve("work/teacher")).cleared();
            Path made = Files.createDirectories(scratch.folder("output"));
            Files.writeString(made.resolve("model"), "new");

            scratch.complete(made, container.path().resolve("teacher"));

            assertThat(container.path().resolve("teacher/model")).hasContent("new");
            assertThat(made).doesNotExist();
        }
    }

    @Test
    void mayBeMadeWhileAnotherStepRemovesTheirParent() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> steps = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Scratch scratch = new Scratch(root.resolve("work").resolve("step-" + thread));
            steps.add(threads.submit(() -> {
                start.await();
                for (int turn = 0; turn < TURNS; turn++) {
                    Files.createFile(scratch.cleared().folder("log"));
                    scratch.delete();
                }
                return null;
            }));
        }
        threads.shutdown();

        for (Future<?> step : steps) {
            step.get();
        }
        assertThat(root.resolve("work")).doesNotExist();
    }
}
