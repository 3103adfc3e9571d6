package io.github.distillmaven.pipeline.execution;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.provenance.LockedStep;
import io.github.distillmaven.text.ForeignText;

/**
 * What is known of a step whose result came from the remote store. Its key fixes settings, inputs and environment, its digests were
 * checked, and a lock file vouches for facts about the machine. All else, who made it and when, is hearsay and marked so.
 *
 * @param definition of the step
 * @param said the record that came with the result
 * @param buildStart when the build that fetched it began
 */
record RemoteRecord(StepDefinition definition, StepRecord said, Instant buildStart) {

    private static final String HEARSAY = "as the remote store says: ";
    private static final int MOST_FACTS = 30;
    private static final int LONGEST_NAME = 50;

    /** @param locked the step in the lock file that vouches for the outputs; empty if the remote itself is trusted */
    StepRecord known(Optional<LockedStep> locked) {
        SortedMap<String, String> machine = hearsay(said.machine());
        locked.ifPresent(step -> machine.putAll(step.machine()));
        SortedMap<String, String> origin = hearsay(said.origin());
        origin.put("times", HEARSAY + "started %s, took %s s".formatted(said.started(), said.seconds()));
        return new StepRecord(
                definition.name(),
                definition.key(),
                definition.settings(),
                definition.inputs(),
                definition.environment(),
                said.outputs(),
                machine,
                origin,
                started().toString(),
                said.seconds());
    }

    private static SortedMap<String, String> hearsay(Map<String, String> facts) {
        SortedMap<String, String> marked = new TreeMap<>();
        facts.entrySet().stream()
                .limit(MOST_FACTS)
                .forEach(fact -> marked.put(ForeignText.line(fact.getKey(), LONGEST_NAME), marked(fact.getValue())));
        return marked;
    }

    /** It may have come to the remote store from another one. */
    private static String marked(String value) {
        return (value.startsWith(HEARSAY) ? "" : HEARSAY) + ForeignText.line(value);
    }

    /** A clock that is ahead must not make it a step of this build. */
    private Instant started() {
        Instant started = Instant.parse(said.started());
        return started.isBefore(buildStart) ? started : buildStart.minusMillis(1);
    }
}
