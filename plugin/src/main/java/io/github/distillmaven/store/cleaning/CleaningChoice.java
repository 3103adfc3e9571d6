package io.github.distillmaven.store.cleaning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the entries that an order means, with the reason for each.
 *
 * @param order what the user wants
 * @param entries of the store
 * @param now the time that ages are counted to
 */
public record CleaningChoice(CleaningOrder order, List<StoredEntry> entries, Instant now) {

    /** Reads every byte of an entry. */
    @FunctionalInterface
    public interface Verifier {

        /** What is wrong with an entry; empty if nothing is, or if it cannot be read, since then it is not known. */
        Optional<String> damage(String key);
    }

    /** The entries that the order means, those first that fall under its conditions; then those that are too much. */
    public List<Removal> removals(Verifier verifier) {
        List<Removal> removals = new ArrayList<>();
        Map<String, StoredEntry> left = new HashMap<>();
        for (StoredEntry entry : entries) {
            Optional<String> reason =
                    order.choosesEntries() && !entry.inUse() ? reason(entry, verifier) : Optional.empty();
            reason.ifPresentOrElse(text -> removals.add(new Removal(entry, text)), () -> left.put(entry.key(), entry));
        }
        if (order.most() != null) {
            removals.addAll(beyond(order.most(), left));
        }
        return removals;
    }

    /** Empty unless the entry meets all conditions. */
    private Optional<String> reason(StoredEntry entry, Verifier verifier) {
        List<String> reasons = new ArrayList<>();
        if (order.unusedFor() != null) {
            Duration unused = Duration.between(entry.used(), now);
            if (unused.compareTo(order.unusedFor()) < 0) {
                return Optional.empty();
            }
            reasons.add("unused for " + StoreTable.duration(unused));
        }
        if (order.experiment() != null) {
            if (!entry.experiments().contains(order.experiment())) {
                return Optional.empty();
            }
            reasons.add("made or used by experiment '" + order.experiment() + "'");
        }
        if (order.damaged()) {
            Optional<String> damage = verifier.damage(entry.key());
            if (damage.isEmpty()) {
                return Optional.empty();
            }
            reasons.add("damaged, " + damage.get());
        }
        return Optional.of(String.join("; ", reasons));
    }

    private static List<Removal> beyond(long most, Map<String, StoredEntry> left) {
        long total = left.values().stream().mapToLong(StoredEntry::size).sum();
        List<Removal> removals = new ArrayList<>();
        List<EntryWeight> weights = left.values().stream()
                .map(entry -> new EntryWeight(entry.key(), entry.size(), entry.used()))
                .toList();
        for (EntryWeight weight : EntryWeight.inOrderOfRemoval(weights, most)) {
            StoredEntry entry = Objects.requireNonNull(left.get(weight.key()));
            if (total > most && !entry.inUse()) {
                removals.add(new Removal(entry, "the store is to take no more than " + StoreTable.bytes(most)));
                total -= weight.size();
            }
        }
        return removals;
    }
}
