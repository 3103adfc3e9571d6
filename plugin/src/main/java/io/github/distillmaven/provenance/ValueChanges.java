package io.github.distillmaven.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.text.ForeignText;

/** What differs between two sets of named values, in words. */
public final class ValueChanges {

    /** Enough for every setting of ours but lists of arguments. */
    private static final int LONGEST = 200;

    private ValueChanges() {}

    /**
     * One {@code name: old -> new} for each value that differs, sorted by name. A value that is not there is {@code none}; of a
     * SHA-256 the first twelve digits are shown.
     */
    public static List<String> between(Map<String, String> before, Map<String, String> after) {
        SortedMap<String, String> names = new TreeMap<>(before);
        names.putAll(after);
        List<String> changes = new ArrayList<>();
        for (String name : names.keySet()) {
            String old = before.getOrDefault(name, "none");
            String now = after.getOrDefault(name, "none");
            if (!old.equals(now)) {
                changes.add(shown(name) + ": " + shown(abbreviate(old)) + " -> " + shown(abbreviate(now)));
            }
        }
        return changes;
    }

    /** The earlier record may be that of somebody else. */
    private static String shown(String text) {
        return ForeignText.line(text, LONGEST);
    }

    /** Twelve digits of a digest are enough to tell two of them apart. */
    static String abbreviate(String value) {
        return value.replaceAll("([0-9a-f]{12})[0-9a-f]{52}", "$1");
    }
}
