package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * When an entry was used last, and by which experiments. It lies beside the entry, which never changes. Two builds that write
 * it at once may lose one of the two names; nothing but the housekeeping reads it.
 *
 * @param last instant in ISO-8601, UTC
 * @param experiments names of all experiments that used it
 */
record Uses(String last, SortedSet<String> experiments) {

    private static final int MOST = 1_000_000;

    /** What somebody wrote, who may have written anything. */
    private record Written(String last, List<String> experiments) {

        /** @throws DateTimeException if the instant is none */
        Optional<Uses> checked() {
            if (last == null || experiments == null || experiments.contains(null)) {
                return Optional.empty();
            }
            return Optional.of(new Uses(Instant.parse(last).toString(), new TreeSet<>(experiments)));
        }
    }

    static Optional<Uses> read(StoreLayout layout, String key) {
        try {
            byte[] text = layout.tree().read(file(layout, key), MOST);
            Written written = JsonMapper.shared().readValue(text, Written.class);
            return written == null ? Optional.empty() : written.checked();
        } catch (IOException | JacksonException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static void add(StoreLayout layout, String key, String experiment, Instant now) throws IOException {
        SortedSet<String> experiments =
                new TreeSet<>(read(layout, key).map(Uses::experiments).orElse(new TreeSet<>()));
        experiments.add(experiment);
        Uses uses = new Uses(now.truncatedTo(ChronoUnit.SECONDS).toString(), experiments);
        layout.tree().replace(file(layout, key), JsonMapper.shared().writeValueAsString(uses) + "\n");
    }

    static void forget(StoreLayout layout, String key) throws IOException {
        layout.tree().delete(file(layout, key));
    }

    private static Path file(StoreLayout layout, String key) {
        return layout.uses().resolve(key + ".json");
    }
}
