package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.experiment.StepRecord;
import org.apache.maven.plugin.logging.Log;

/** Knows what the steps of an experiment made last, and says why one of them runs again and whether it made the same. */
final class StepHistory {

    private final Workspace workspace;
    private final StoreAccess store;
    private final Log log;

    StepHistory(Workspace workspace, StoreAccess store, Log log) {
        this.workspace = workspace;
        this.store = store;
        this.log = log;
    }

    /** Says which settings, inputs or facts changed since the step last ran, here or, after {@code clean}, in the store. */
    void explain(StepDefinition definition, StepFolder folder) {
        Optional<StepRecord> earlier =
                folder.read().or(() -> store.recall(name(definition)).flatMap(StepFolder::parse));
        List<String> changes = earlier.map(definition::changesSince).orElse(List.of());
        if (!changes.isEmpty()) {
            log.info(definition.name() + ": made again, because this changed: " + String.join("; ", changes));
        } else if (earlier.isPresent()) {
            log.info(definition.name() + ": made again, because its result was removed, changed or damaged");
        }
    }

    /** A step that was told to run again has run: its bytes must be those that the store has. */
    void compare(StepRecord made) {
        Optional<SortedMap<String, String>> kept = store.digests(made.key());
        if (kept.isEmpty()) {
            return;
        }
        List<String> different = made.outputs().entrySet().stream()
                .filter(output -> !output.getValue().equals(kept.get().get(output.getKey())))
                .map(output -> output.getKey() + ": " + kept.get().getOrDefault(output.getKey(), "none") + " -> "
                        + output.getValue())
                .map(StepDefinition::abbreviate)
                .toList();
        if (different.isEmpty()) {
            log.info(made.step() + ": made the same bytes as before");
        } else {
            log.warn(
                    "%s: the same key gave other bytes than before. The store keeps the earlier ones. Different are: %s"
                            .formatted(made.step(), String.join("; ", different)));
        }
    }

    /** Remembers what the step made, for the next build's explanation. */
    void completed(StepDefinition definition, StepFolder folder) {
        folder.text().ifPresent(record -> store.remember(name(definition), record));
    }

    private String name(StepDefinition definition) {
        return workspace.origin().project() + "/" + workspace.experiment().name() + "/" + definition.name();
    }
}
