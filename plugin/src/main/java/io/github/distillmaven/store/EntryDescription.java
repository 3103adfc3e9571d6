package io.github.distillmaven.store;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * What an entry is. It is for people: nothing is decided by it.
 *
 * @param step that made it, such as {@code teacher}, or {@code data}
 * @param experiment that first made it
 * @param made instant in ISO-8601, UTC
 */
public record EntryDescription(String step, String experiment, String made) {

    boolean isComplete() {
        return step != null && experiment != null && isInstant(made);
    }

    private static boolean isInstant(String text) {
        try {
            return text != null && Instant.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
