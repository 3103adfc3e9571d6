package io.github.distillmaven.store;

import java.io.BufferedReader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.Rename;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@DisplayName("The lock of a key")
class StoreLockTest {

    private static final String KEY = Digests.ofText("a step");

    @TempDir
    private Path root;

    @Test
    void isHeldByOneThreadOfABuildAndOthersWaitAndLearnWho() throws Exception {
        Store store = store();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch waiting = new CountDownLatch(1);
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

        assertThat(told).isNotEmpty().containsOnly("build one");
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void isKeptWhenAnotherThreadGivesUpWaiting() throws Exception {
        Store store = store();
        try (StoreLock lock = store.lock(KEY, "build one", holder -> {})) {
            CountDownLatch waiting = new CountDownLatch(1);
            Thread impatient = new Thread(() -> {
                try (StoreLock never = store.lock(KEY, "build two", holder -> waiting.countDown())) {
                    assertThat(never).isNull();
                } catch (Exception interrupted) {
                    // That is what the test does.
                }
            });
            impatient.start();
            waiting.await();
            impatient.interrupt();
            impatient.join();

            Process other = StoreProcess.start(root, StoreProcess.LOCK_AND_STAY, KEY);
            try (BufferedReader output = other.inputReader()) {
                Thread.sleep(1500);
                assertThat(output.ready()).as("another process has the lock").isFalse();
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void ofADeadProcessIsTakenOver() throws Exception {
        Process holder = StoreProcess.start(root, StoreProcess.LOCK_AND_STAY, KEY);
        List<String> told = new ArrayList<>();
        try (BufferedReader output = holder.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            try (StoreLock lock = store().lock(KEY, "build two", other -> {
                told.add(other);
                holder.destroyForcibly();
            })) {
                assertThat(told).contains("a process that is killed");
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void excludesAllOthersInAllProcessesAndLeavesNoFile() throws Exception {
        int times = 60;
        Path number = Files.writeString(root.resolve("number"), "0");
        List<Process> processes = new ArrayList<>();
        for (int process = 0; process < 3; process++) {
            processes.add(
                    StoreProcess.start(root, StoreProcess.COUNT, KEY, number.toString(), Integer.toString(times)));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        assertThat(number).hasContent(Integer.toString(3 * 2 * times));
        try (Stream<Path> left = Files.list(root.resolve("v1/locks"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @DisplayName("is given back if nobody can be told who holds it, so that this process does not wait for itself")
    void isGivenBackAfterAFailure() throws Exception {
        AtomicBoolean full = new AtomicBoolean(true);
        Rename rename = (source, place) -> {
            if (full.get()) {
                throw new FileSystemException(place.toString(), null, "No space left on device");
            }
            Rename.ATOMIC.move(source, place);
        };
        StoreLayout layout = new StoreLayout(root, new PlainTree(root, rename));
        Store store = new Store(new StoreSession(layout), "digits", true, warning -> {});
        List<String> told = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> store.lock(KEY, "build one", told::add))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(
                            "The store %s cannot be used: its disk is full. Free some space there, lower -Ddistill.storeLimit, or choose another folder with -Ddistill.store=<folder>."
                                    .formatted(root));
        }
        full.set(false);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            store.lock(KEY, "build one", told::add).close();
            store().lock(KEY, "build two", told::add).close();
        });
        assertThat(told).isEmpty();
    }

    private Store store() {
        return new Store(new StoreSession(root), "digits", true, warning -> {});
    }
}
