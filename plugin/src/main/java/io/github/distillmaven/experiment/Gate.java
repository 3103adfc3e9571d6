package io.github.distillmaven.experiment;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What an experiment has to come to so that the build passes. Nothing of it changes a result.
 *
 * @param expectations in the order in which they are written
 * @param notHeld why none of them is held: they are those of a preset, and the experiment differs from it; null if they are held
 * @param baseline file with earlier results to compare with; null for the default
 * @param writeBaseline whether this build's results become the baseline
 * @param haltOnFailure whether an expectation that is not met fails the build
 */
public record Gate(
        List<Expectation> expectations,
        @Nullable String notHeld,
        @Nullable String baseline,
        boolean writeBaseline,
        boolean haltOnFailure) {

    public Gate {
        expectations = List.copyOf(expectations);
    }

    /** What holds for one cell of a sweep by itself. */
    public Gate ofCell() {
        return with(condition -> !(condition instanceof Condition.Trend));
    }

    /** What holds between the cells of a sweep. */
    public Gate ofSweep() {
        return with(condition -> condition instanceof Condition.Trend);
    }

    private Gate with(Predicate<Condition> wanted) {
        return new Gate(
                expectations.stream()
                        .map(expectation -> new Expectation(
                                expectation.number(),
                                expectation.metric(),
                                expectation.conditions().stream().filter(wanted).toList()))
                        .filter(expectation -> !expectation.conditions().isEmpty())
                        .toList(),
                notHeld,
                baseline,
                writeBaseline,
                haltOnFailure);
    }
}
