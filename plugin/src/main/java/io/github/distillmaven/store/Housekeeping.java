package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.distillmaven.store.cleaning.CleaningChoice;
import io.github.distillmaven.store.cleaning.CleaningOrder;
import io.github.distillmaven.store.cleaning.EntryCondition;
import io.github.distillmaven.store.cleaning.EntryWeight;
import io.github.distillmaven.store.cleaning.Removal;
import io.github.distillmaven.store.cleaning.StoredEntry;
import io.github.distillmaven.store.cleaning.Trimmed;
import io.github.distillmaven.store.cleaning.Verification;

/**
 * Lists, verifies and removes entries of a store. What a running build uses is never removed. Whatever is wrong with one entry
 * concerns that entry alone.
 */
public final class Housekeeping {

    private final StoreSession session;
    private final StoreLayout layout;
    private final Instant now;

    /** @param now the time that ages are counted to */
    public Housekeeping(StoreSession session, Instant now) {
        this.session = session;
        this.layout = session.layout();
        this.now = now;
    }

    /** Whether a store is in the folder at all. */
    public boolean isStore() throws StoreException {
        return read(() -> layout.tree().isFolder(layout.format()));
    }

    /** All entries, the one unused for the longest time first. */
    public List<StoredEntry> list() throws StoreException {
        return read(() -> {
            RunningBuilds running = RunningBuilds.read(layout);
            return EntriesFound.in(layout).keys().stream()
                    .map(key -> describe(key, running))
                    .sorted(Comparator.comparing(StoredEntry::used).thenComparing(StoredEntry::key))
                    .toList();
        });
    }

    /** A sentence for each folder of the store that is left out, because it is a link or may not be read. */
    public List<String> skipped() throws StoreException {
        return read(() -> {
            List<String> skipped = new ArrayList<>();
            for (Path folder : layout.folders()) {
                if (layout.tree().look(folder).isPresent() && !layout.tree().isFolder(folder)) {
                    skipped.add(folder + " is not a folder. It is not followed, and builds cannot use it.");
                }
            }
            skipped.addAll(EntriesFound.in(layout).skipped());
            return skipped;
        });
    }

    private StoredEntry describe(String key, RunningBuilds running) {
        Optional<Uses> uses = Uses.read(layout, key);
        SortedSet<String> experiments =
                new TreeSet<>(uses.map(Uses::experiments).orElse(new TreeSet<>()));
        EntryCondition condition = EntryCondition.READABLE;
        String step = "";
        Instant made = now;
        try {
            EntryDescription description =
                    EntryFolder.of(layout, key).manifest(key).description();
            step = description.step();
            made = Instant.parse(description.made());
            experiments.add(description.experiment());
        } catch (DamagedEntryException e) {
            condition = EntryCondition.DAMAGED;
        } catch (IOException e) {
            condition = EntryCondition.UNREADABLE;
        }
        Instant used = uses.map(last -> Instant.parse(last.last())).orElse(made);
        return new StoredEntry(
                key, condition, step, experiments, size(key), notLater(made), notLater(used), running.use(key));
    }

    /** What cannot be read counts nothing: nobody else's entry has to go for it. */
    private long size(String key) {
        try {
            return EntryFolder.of(layout, key).size();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private Instant notLater(Instant instant) {
        return instant.isAfter(now) ? now : instant;
    }

    /**
     * Reads every byte of an entry.
     *
     * @return what is wrong with it, if anything is
     * @throws StoreException if it cannot be read
     */
    public Optional<String> verify(String key) throws StoreException {
        return read(() -> {
            try {
                EntryFolder.of(layout, key).verify(key);
                return Optional.empty();
            } catch (DamagedEntryException e) {
                return layout.tree().look(layout.entry(key)).map(there -> e.getMessage());
            }
        });
    }

    /** Reads every byte of every entry. */
    public Verification verify() throws StoreException {
        int intact = 0;
        List<String> damaged = new ArrayList<>();
        List<String> unread = new ArrayList<>(skipped());
        for (StoredEntry entry : list()) {
            try {
                Optional<String> problem = verify(entry.key());
                problem.ifPresent(text -> damaged.add(entry.key() + ": " + text));
                intact += problem.isPresent() ? 0 : 1;
            } catch (StoreException e) {
                unread.add("%s cannot be read: %s".formatted(entry.key(), e.getCause()));
            }
        }
        return new Verification(intact, damaged, unread);
    }

    /** Chooses the entries that an order means, and removes nothing. What a running build uses is never chosen. */
    public List<Removal> choose(CleaningOrder order) throws StoreException {
        return new CleaningChoice(order, list(), now).removals(this::damage);
    }

    private Optional<String> damage(String key) {
        try {
            return verify(key);
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Removes an entry, unless somebody uses it by now.
     *
     * @return why it is still there; empty if it is gone
     */
    public Optional<String> remove(String key) {
        try {
            if (RunningBuilds.read(layout).use(key)) {
                return Optional.of("a running build uses it");
            }
            Optional<StoreLock> lock = StoreLock.tryAcquire(session, key);
            if (lock.isEmpty()) {
                return Optional.of("another build makes or removes it");
            }
            try (StoreLock held = lock.get()) {
                return removeUnlessUsed(key);
            }
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    /**
     * A build may have begun to use the entry since it was chosen. Having said so, it looks for the entry, and if it is
     * not there, waits for the key's lock and looks again. So the entry is put aside first, and back if it is used.
     */
    private Optional<String> removeUnlessUsed(String key) throws IOException {
        EntryRemoval removal = EntryRemoval.begin(layout, key);
        if (RunningBuilds.read(layout).use(key)) {
            removal.undo();
            return Optional.of("a running build uses it");
        }
        removal.finish();
        return Optional.empty();
    }

    /** Adds what this build has put into the store to what is known of its size. */
    public void count() {
        StoreSize.add(layout, session.takeAdded());
    }

    /**
     * Keeps the store within a limit. As long as it seems to be, no entry is looked at. Once it is not, entries go until nine
     * tenths of the limit are filled, so that they need not be looked at again for a while: those first that are larger than
     * the limit alone, then those unused for the longest time.
     *
     * @param limit in bytes
     * @return what is gone
     */
    public Trimmed keepWithin(long limit) throws StoreException {
        OptionalLong known = StoreSize.read(layout, now);
        if (known.isPresent() && known.getAsLong() <= limit) {
            return Trimmed.NOTHING;
        }
        return read(() -> {
            EntriesFound found = EntriesFound.in(layout);
            new Leftovers(session, now).clear(found.unfinished());
            return trim(found.keys().stream().map(this::weigh).toList(), limit);
        });
    }

    private Trimmed trim(List<EntryWeight> weights, long limit) throws IOException {
        RunningBuilds running = RunningBuilds.read(layout);
        long total = weights.stream().mapToLong(EntryWeight::size).sum();
        long goal = total > limit ? limit / 10 * 9 : limit;
        Trimmed trimmed = Trimmed.NOTHING;
        for (EntryWeight weight : EntryWeight.inOrderOfRemoval(weights, limit)) {
            boolean needed = total - trimmed.bytes() > goal && !running.use(weight.key());
            if (needed && remove(weight.key()).isEmpty()) {
                trimmed = trimmed.with(weight.size());
            }
        }
        StoreSize.counted(layout, total - trimmed.bytes(), now);
        return trimmed;
    }

    /** The manifest is not needed for it, unless nothing else knows of a use. */
    private EntryWeight weigh(String key) {
        Instant used = Uses.read(layout, key)
                .map(uses -> notLater(Instant.parse(uses.last())))
                .orElseGet(
                        () -> describe(key, new RunningBuilds(new TreeSet<>())).used());
        return new EntryWeight(key, size(key), used);
    }

    /**
     * Removes what killed builds left behind: what they were writing and their locks at once, unfinished downloads and
     * checkpoints after two weeks.
     *
     * @return a sentence for each thing that could not go
     */
    public List<String> clear() {
        return new Leftovers(session, now).clear();
    }

    private interface Reading<T> {

        T get() throws IOException;
    }

    private <T> T read(Reading<T> reading) throws StoreException {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }
}
