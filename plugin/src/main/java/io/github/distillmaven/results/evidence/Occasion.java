package io.github.distillmaven.results.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Why a report is written: what the build that asks for it says beside the experiment.
 *
 * @param started when that build began; a step that started later was made by it, any other was restored
 * @param task that makes the experiment again, as an argument of Maven's, such as {@code verify}
 * @param profiles that its command line names
 * @param origin facts about that build by name, as a step's record keeps them: {@code project}, {@code command}, {@code commit}
 * @param baseline what to compare with; null if nothing
 */
public record Occasion(
        Instant started,
        String task,
        List<String> profiles,
        SortedMap<String, String> origin,
        @Nullable EarlierResults baseline) {

    /** Of a reader that writes no page. */
    public static Occasion none() {
        return new Occasion(Instant.EPOCH, "", List.of(), new TreeMap<>(), null);
    }

    public Occasion {
        profiles = List.copyOf(profiles);
        origin = Collections.unmodifiableSortedMap(new TreeMap<>(origin));
    }
}
