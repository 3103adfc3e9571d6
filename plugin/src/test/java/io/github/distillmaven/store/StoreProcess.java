package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.store.cleaning.StoredEntry;
import io.github.distillmaven.store.cleaning.Verification;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A process of its own that works with a store, so that a test can have several of them, and kill them. */
final class StoreProcess {

    static final String LOCK_AND_STAY = "lock-and-stay";
    static final String COUNT = "count";
    static final String PUBLISH = "publish";
    static final String USE_AND_STAY = "use-and-stay";
    static final String LOOK = "look";

    private StoreProcess() {}

    /** Starts a process that does one of the above; it says a line on its standard output when it has begun. */
    static Process start(Path root, String work, String... arguments) throws IOException {
        return start(List.of(), root, work, arguments);
    }

    /** The same where root may not read and write everything; skips the test where that cannot be had. */
    static Process startWithoutPrivileges(Path root, String work, String... arguments) throws IOException {
        List<String> prefix = List.of();
        if (System.getProperty("user.name").equals("root")) {
            Path setpriv = Path.of("/usr/bin/setpriv");
            assumeTrue(Files.isExecutable(setpriv), "root has no " + setpriv);
            String capabilities = "-dac_override,-dac_read_search";
            prefix = List.of(setpriv.toString(), "--bounding-set=" + capabilities, "--inh-caps=" + capabilities);
        }
        return start(prefix, root, work, arguments);
    }

    private static Process start(List<String> prefix, Path root, String work, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                root.toString(),
                work));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        StoreSession session = new StoreSession(Path.of(arguments[0]));
        Store store = new Store(session, "digits", true, System.err::println);
        switch (arguments[1]) {
            case LOCK_AND_STAY -> {
                try (StoreLock lock = store.lock(arguments[2], "a process that is killed", holder -> {})) {
                    stay();
                }
            }
            case USE_AND_STAY -> {
                session.use(arguments[2]);
                stay();
            }
            case COUNT -> count(store, arguments[2], Path.of(arguments[3]), Integer.parseInt(arguments[4]));
            case LOOK -> look(session, store, arguments[2]);
            case PUBLISH -> publish(store, Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private static void look(StoreSession session, Store store, String key) throws Exception {
        Housekeeping housekeeping = new Housekeeping(session, Instant.now());
        for (StoredEntry entry : housekeeping.list()) {
            System.out.println(entry.key() + " " + entry.condition() + (entry.inUse() ? " in use" : ""));
        }
        Verification verification = housekeeping.verify();
        System.out.println(verification.intact() + " intact");
        verification.damaged().forEach(System.out::println);
        verification.unread().forEach(System.out::println);
        try {
            store.restore(key, Files.createTempDirectory("restored"));
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void stay() throws InterruptedException {
        System.out.println("ready");
        Thread.sleep(60_000);
    }

    /** Two threads add one to a number in a file, again and again, which only goes well under a lock. */
    private static void count(Store store, String key, Path file, int times) throws InterruptedException {
        Runnable counting = () -> {
            for (int time = 0; time < times; time++) {
                try (StoreLock lock = store.lock(key, "counting", holder -> {})) {
                    int number = Integer.parseInt(Files.readString(file));
                    Files.writeString(file, Integer.toString(number + 1));
                } catch (Exception e) {
                    e.printStackTrace();
                    Runtime.getRuntime().halt(1);
                }
            }
        };
        Thread other = new Thread(counting);
        other.start();
        counting.run();
        other.join();
    }

    /** Publishes entries one after the other until it is killed. */
    private static void publish(Store store, Path source) throws Exception {
        for (int number = 0; ; number++) {
            String key = Digests.ofText(ProcessHandle.current().pid() + "/" + number);
            try (StoreLock lock = store.lock(key, "publishing", holder -> {})) {
                store.publish(key, "teacher", source);
            }
            System.out.println("ready");
        }
    }
}
