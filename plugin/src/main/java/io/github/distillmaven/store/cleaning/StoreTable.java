package io.github.distillmaven.store.cleaning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.distillmaven.text.ForeignText;

/**
 * The entries of a store as people read them.
 *
 * @param entries in the order in which they are shown
 * @param now the time that ages are counted to
 */
public record StoreTable(List<StoredEntry> entries, Instant now) {

    private static final int SHORT_KEY = 12;
    private static final int LONGEST_STEP = 20;
    private static final String ROW = "%-12s  %-10s  %9s  %7s  %9s  %s";

    /** A line for each entry below a line of headings, and a last line with the sum. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!entries.isEmpty()) {
            lines.add(ROW.formatted("key", "step", "size", "age", "last used", "experiments"));
        }
        entries.forEach(entry -> lines.add(row(entry)));
        lines.add("%s %s, %s"
                .formatted(
                        entries.size(),
                        entries.size() == 1 ? "entry" : "entries",
                        bytes(entries.stream().mapToLong(StoredEntry::size).sum())));
        return lines;
    }

    private String row(StoredEntry entry) {
        String experiments = ForeignText.line(String.join(", ", entry.experiments()));
        return ROW.formatted(
                        shortKey(entry.key()),
                        entry.condition() == EntryCondition.READABLE
                                ? ForeignText.line(entry.step(), LONGEST_STEP)
                                : entry.condition().name().toLowerCase(Locale.ROOT),
                        bytes(entry.size()),
                        age(entry.made()),
                        age(entry.used()),
                        entry.inUse() ? experiments + " (in use)" : experiments)
                .stripTrailing();
    }

    private String age(Instant instant) {
        return duration(Duration.between(instant, now));
    }

    /** The first digits of a key, enough to tell it from others. */
    public static String shortKey(String key) {
        return key.substring(0, SHORT_KEY);
    }

    /** A time in the largest unit that fits, rounded down. */
    static String duration(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }

    /** A size in the largest unit of powers of 1000 that fits, with one decimal. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.95 && unit < 3) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %cB", value, "kMGT".charAt(unit));
    }
}
