package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists, verifies and removes entries of a store. What a running build uses is never removed. */
public final class Housekeeping {

    /** So long a download or a training that was broken off may be gone on with. */
    private static final Duration UNFINISHED = Duration.ofDays(14);

    private final StoreSession session;
    private final StoreLayout layout;
    private final Instant now;

    /** @param now the time that ages are counted to */
    public Housekeeping(StoreSession session, Instant now) {
        this.session = session;
        this.layout = session.layout();
        this.now = now;
    }

    /** All entries, the one unused for the longest time first. */
    public List<StoredEntry> list() throws StoreException {
        try {
            RunningBuilds running = RunningBuilds.read(layout);
            List<StoredEntry> entries = new ArrayList<>();
            for (Path group : Disk.list(layout.entries())) {
                for (Path entry : Disk.list(group)) {
                    entries.add(describe(entry.getFileName().toString(), running));
                }
            }
            entries.sort(Comparator.comparing(StoredEntry::used).thenComparing(StoredEntry::key));
            return entries;
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    private StoredEntry describe(String key, RunningBuilds running) throws IOException {
        Optional<Uses> uses = Uses.read(layout, key);
        SortedSet<String> experiments =
                new TreeSet<>(uses.map(Uses::experiments).orElse(new TreeSet<>()));
        String step = "";
        long size = 0;
        Instant made = now;
        try {
            Manifest manifest = new EntryFolder(layout.entry(key)).manifest(key);
            step = manifest.description().step();
            size = manifest.size();
            made = Instant.parse(manifest.description().made());
            experiments.add(manifest.description().experiment());
        } catch (DamagedEntryException damaged) {
            // It is listed all the same, so that it can be removed.
        }
        Instant used = uses.map(last -> Instant.parse(last.last())).orElse(made);
        return new StoredEntry(key, step, experiments, size, made, used, running.use(key));
    }

    /**
     * Reads every byte of an entry.
     *
     * @return what is wrong with it, if anything is
     */
    public Optional<String> verify(String key) throws StoreException {
        try {
            new EntryFolder(layout.entry(key)).verify(key);
            return Optional.empty();
        } catch (DamagedEntryException e) {
            return Files.isDirectory(layout.entry(key)) ? Optional.of(e.getMessage()) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    /** Reads every byte of every entry, and gives a sentence for each that is not what was written. */
    public List<String> verify() throws StoreException {
        List<String> problems = new ArrayList<>();
        for (StoredEntry entry : list()) {
            verify(entry.key()).ifPresent(problem -> problems.add(entry.key() + ": " + problem));
        }
        return problems;
    }

    /**
     * Removes what an order says, and what killed builds left behind; never what a running build uses.
     *
     * @return the entries that are gone
     */
    public List<StoredEntry> clean(CleaningOrder order) throws StoreException {
        clear();
        List<StoredEntry> removed = new ArrayList<>();
        for (StoredEntry entry : list()) {
            if (order.choosesEntries() && meets(entry, order) && remove(entry)) {
                removed.add(entry);
            }
        }
        if (order.most() != null) {
            removed.addAll(trim(order.most()));
        }
        return removed;
    }

    private boolean meets(StoredEntry entry, CleaningOrder order) throws StoreException {
        boolean longUnused =
                order.unusedFor() == null || Duration.between(entry.used(), now).compareTo(order.unusedFor()) >= 0;
        boolean ofExperiment = order.experiment() == null || entry.experiments().contains(order.experiment());
        return longUnused
                && ofExperiment
                && (!order.damaged() || verify(entry.key()).isPresent());
    }

    /**
     * Removes entries until those that are left fit into a limit, the one unused for the longest time first.
     *
     * @param limit in bytes
     * @return those that are gone
     */
    public List<StoredEntry> trim(long limit) throws StoreException {
        List<StoredEntry> entries = list();
        long total = entries.stream().mapToLong(StoredEntry::size).sum();
        List<StoredEntry> removed = new ArrayList<>();
        for (StoredEntry entry : entries) {
            if (total > limit && remove(entry)) {
                removed.add(entry);
                total -= entry.size();
            }
        }
        return removed;
    }

    private boolean remove(StoredEntry entry) throws StoreException {
        if (entry.inUse()) {
            return false;
        }
        try {
            Optional<StoreLock> lock = StoreLock.tryAcquire(session, entry.key());
            if (lock.isEmpty()) {
                return false;
            }
            try (StoreLock held = lock.get()) {
                return removeUnlessUsed(entry.key());
            }
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    /**
     * A build may have begun to use the entry since the list was made. Having said so, it looks for the entry, and if it is
     * not there, waits for the key's lock and looks again. So the entry is put aside first, and back if it is used.
     */
    private boolean removeUnlessUsed(String key) throws IOException {
        Path aside = Store.putAside(layout, key);
        if (RunningBuilds.read(layout).use(key)) {
            Disk.publish(aside, layout.entry(key));
            return false;
        }
        Disk.delete(aside);
        Uses.forget(layout, key);
        return true;
    }

    /**
     * Removes what killed builds left behind: what they were writing and their locks at once, unfinished downloads and
     * checkpoints after two weeks.
     *
     * @return how many folders are gone
     */
    public int clear() throws StoreException {
        try {
            RunningBuilds.forgetDead(layout);
            forgetLocks();
            return clear(layout.work(), Duration.ZERO)
                    + clear(layout.incoming(), UNFINISHED)
                    + clear(layout.checkpoints(), UNFINISHED);
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    /** To take a lock and give it back leaves no file behind. */
    private void forgetLocks() throws IOException {
        for (Path file : Disk.list(layout.locks())) {
            Optional<StoreLock> lock = StoreLock.tryAcquire(session, key(file));
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    private int clear(Path folder, Duration age) throws IOException {
        int cleared = 0;
        for (Path left : Disk.list(folder)) {
            if (age(left).compareTo(age) < 0) {
                continue;
            }
            Optional<StoreLock> lock = StoreLock.tryAcquire(session, key(left));
            if (lock.isPresent()) {
                try (StoreLock held = lock.get()) {
                    Disk.delete(left);
                    cleared++;
                }
            }
        }
        return cleared;
    }

    /** Names are a key, or begin with a key and a dot. */
    private static String key(Path file) {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    /** Never negative: a clock that was put back makes nothing younger than new. */
    private Duration age(Path folder) throws IOException {
        Instant changed = Files.getLastModifiedTime(folder).toInstant();
        for (Path file : Disk.list(folder)) {
            Instant at = Files.getLastModifiedTime(file).toInstant();
            changed = at.isAfter(changed) ? at : changed;
        }
        return changed.isAfter(now) ? Duration.ZERO : Duration.between(changed, now);
    }
}
