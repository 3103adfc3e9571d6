package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreLock;
import io.github.distillmaven.store.StoreSession;
import io.github.distillmaven.store.cleaning.Trimmed;
import org.apache.maven.plugin.logging.Log;

/**
 * What a build does with the store, as far as it may and can. Trouble with the store is a warning, said once per build, and
 * the build goes on without it: a result is never lost because it could not be kept.
 */
public final class StoreAccess {

    private final StoreSession session;
    private final Store store;
    private final StorePolicy policy;
    private final LongSupplier nanoTime;
    private final Log log;
    private final AtomicBoolean untidy = new AtomicBoolean();

    /**
     * Access to a store.
     *
     * @param session what all goals of the build share
     * @param policy what may be taken from it and kept in it
     */
    public StoreAccess(StoreSession session, Store store, StorePolicy policy, Log log) {
        this.session = session;
        this.store = store;
        this.policy = policy;
        this.nanoTime = System::nanoTime;
        this.log = log;
    }

    /** The right to make what belongs to a key, where others may want to make it too. */
    public record Claim(String key, Optional<StoreLock> lock) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    /**
     * Copies an entry's files, if there is a sound one and it may be used.
     *
     * @param destination an empty folder
     */
    public boolean restore(String key, Path destination) throws IOException {
        if (!policy.mode().reads()) {
            return false;
        }
        try {
            boolean restored = store.restore(key, destination);
            if (restored && policy.mode().writes()) {
                store.forgetUnfinished(key);
            }
            return restored;
        } catch (StoreException e) {
            warnOnce("read", e.getMessage() + " The build goes on without it.");
            // That says it all: nothing can be kept there either.
            session.isFirst("write");
            return false;
        }
    }

    /**
     * Waits until nobody else makes the same. Where nothing may or can be written, there is nothing to wait for.
     *
     * @param what names it in the log
     * @param holder who asks, in words for those who will wait
     */
    public Claim claim(String key, String what, String holder) throws InterruptedException {
        if (!policy.mode().writes()) {
            return new Claim(key, Optional.empty());
        }
        try {
            return new Claim(key, Optional.of(store.lock(key, holder, waiting(what))));
        } catch (StoreException e) {
            warnNotKept(e);
            return new Claim(key, Optional.empty());
        }
    }

    private StoreLock.Waiting waiting(String what) {
        return new WaitingLine(nanoTime, log, holder -> what + ": waiting, the same is being made by " + holder);
    }

    /**
     * The folder for the checkpoints of a training: in the store, where they outlive {@code clean}, if it can be written.
     *
     * @param otherwise the folder to take if not
     */
    Path checkpoints(Claim claim, Path otherwise) {
        return unfinished(claim, store::checkpoints, otherwise);
    }

    /** The same for the files of a download. */
    public Path incoming(Claim claim, Path otherwise) {
        return unfinished(claim, store::incoming, otherwise);
    }

    private interface Place {

        Path of(String key) throws StoreException;
    }

    private Path unfinished(Claim claim, Place place, Path otherwise) {
        if (claim.lock().isEmpty()) {
            return otherwise;
        }
        try {
            return place.of(claim.key());
        } catch (StoreException e) {
            warnNotKept(e);
            return otherwise;
        }
    }

    /** Forgets checkpoints, so that a training begins from the start. */
    public void beginAgain(Claim claim) {
        if (claim.lock().isPresent()) {
            store.forgetUnfinished(claim.key());
        }
    }

    /**
     * Keeps the files of a folder. {@link #tidy} is to be called after that, once for all that are kept at a time: it looks at much of
     * the store.
     *
     * @param step that made them
     */
    public void keep(Claim claim, String step, Path files) {
        keep(claim, stage(claim, step, files));
    }

    /** The first half of {@link #keep(Claim, String, Path)}: see {@link Store#stage}. Empty if nothing is to be kept. */
    Optional<Store.Staged> stage(Claim claim, String step, Path files) {
        if (claim.lock().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.stage(claim.key(), step, files));
        } catch (StoreException e) {
            warnNotKept(e);
            return Optional.empty();
        }
    }

    /** In place of the second half. */
    void discard(Store.Staged staged) {
        store.discard(staged);
    }

    /** The second half. */
    void keep(Claim claim, Optional<Store.Staged> staged) {
        if (claim.lock().isEmpty()) {
            return;
        }
        try {
            if (staged.isPresent()) {
                store.publish(staged.get());
            }
        } catch (StoreException e) {
            warnNotKept(e);
        }
        store.forgetUnfinished(claim.key());
        untidy.set(true);
    }

    /**
     * Writes an entry to a folder, to be sent elsewhere.
     *
     * @param destination an empty folder
     */
    void write(String key, String step, Path files, Path destination) throws IOException {
        store.write(key, step, files, destination);
    }

    /** Removes what builds left behind, and keeps the store within its limit. */
    public void tidy() {
        if (!untidy.getAndSet(false)) {
            return;
        }
        Housekeeping housekeeping = new Housekeeping(session, Instant.now());
        housekeeping.count();
        housekeeping.clear();
        if (policy.limit() == 0) {
            return;
        }
        try {
            Trimmed trimmed = housekeeping.keepWithin(policy.limit());
            if (trimmed.entries() > 0) {
                log.info("store: removed %s, %s MB, to stay within <storeLimit>"
                        .formatted(
                                trimmed.entries() == 1
                                        ? "the entry that was unused for the longest time"
                                        : trimmed.entries() + " entries that were unused for the longest time",
                                trimmed.bytes() / 1_000_000));
            }
        } catch (StoreException e) {
            warnOnce("tidy", e.getMessage() + " Its limit (<storeLimit>) is not kept meanwhile.");
        }
    }

    /** SHA-256 of the files that the store has under a key, by name. */
    public Optional<SortedMap<String, String>> digests(String key) {
        return store.digests(key);
    }

    /** The file that says what an experiment made last, if there is one. */
    Optional<Path> latest(String what) {
        return store.latest(what);
    }

    /** Remembers what an experiment made last. */
    void remember(String what, String text) {
        if (policy.mode().writes()) {
            store.remember(what, text);
        }
    }

    /** The store refused what was to be kept. */
    public void cannotKeep(IOException reason) {
        warnNotKept(new StoreException(store.root(), reason));
    }

    private void warnNotKept(StoreException e) {
        warnOnce("write", e.getMessage() + " What this build makes is not kept there.");
    }

    private void warnOnce(String about, String text) {
        if (session.isFirst(about)) {
            log.warn(text);
        }
    }
}
