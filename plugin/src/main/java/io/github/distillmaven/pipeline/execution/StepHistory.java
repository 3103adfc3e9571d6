package io.github.distillmaven.pipeline.execution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.provenance.ValueChanges;
import org.apache.maven.plugin.logging.Log;

/** Knows what the steps of an experiment made last, and says why one of them runs again and whether it made the same. */
public final class StepHistory {

    private final Workspace workspace;
    private final StoreAccess store;
    private final Log log;

    /** @param store remembers what steps made last */
    public StepHistory(Workspace workspace, StoreAccess store, Log log) {
        this.workspace = workspace;
        this.store = store;
        this.log = log;
    }

    /** Says which settings, inputs or facts changed since the step last ran, here or, after {@code clean}, in the store. */
    void explain(StepDefinition definition, StepFolder folder) {
        Optional<StepRecord> earlier = folder.read().or(() -> latest(definition));
        List<String> changes = earlier.map(definition::changesSince).orElse(List.of());
        if (!changes.isEmpty()) {
            log.info(workspace.title(definition.step()) + ": made again, because this changed: "
                    + String.join("; ", changes));
        } else if (earlier.isPresent()) {
            log.info(workspace.title(definition.step())
                    + ": made again, because its result was removed, changed or damaged");
        }
    }

    /** A step that was told to run again has run: its bytes must be those that the store has. */
    void compare(StepDefinition definition, StepRecord made) {
        String title = workspace.title(definition.step());
        Optional<SortedMap<String, String>> kept = store.digests(made.key());
        if (kept.isEmpty()) {
            return;
        }
        SortedMap<String, String> before = new TreeMap<>(kept.get());
        before.keySet().retainAll(made.outputs().keySet());
        List<String> different = ValueChanges.between(before, made.outputs());
        if (different.isEmpty()) {
            log.info(title + ": made the same bytes as before");
        } else {
            log.warn(
                    "%s: the same key gave other bytes than before. The store keeps the earlier ones. These files differ: %s"
                            .formatted(title, String.join("; ", different)));
        }
    }

    /** Remembers what the step made, for the next build's explanation. */
    public void completed(StepDefinition definition, StepFolder folder) {
        folder.text().ifPresent(record -> store.remember(name(definition), record));
    }

    /** The record of what the step made last, as far as the store remembers it. */
    public Optional<StepRecord> latest(StepDefinition definition) {
        return store.latest(name(definition)).map(StepRecordFile::new).flatMap(StepFolder::read);
    }

    private String name(StepDefinition definition) {
        return workspace.build().project() + "/" + workspace.experiment().name() + "/"
                + workspace.name(definition.step());
    }
}
