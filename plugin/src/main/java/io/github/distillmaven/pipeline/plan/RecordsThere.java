package io.github.distillmaven.pipeline.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.step.Earlier;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.store.Store;

/**
 * The records of results that lie in their folders or in the store. Nothing is restored or checked byte by byte.
 *
 * @param store that is looked into
 * @param reads whether the build may
 */
public record RecordsThere(Store store, boolean reads) implements Earlier {

    /** The record of a step; empty if its result is to be made. */
    Optional<StepRecord> find(Workspace part, StepDefinition wanted) {
        StepFolder folder = part.step(wanted.step());
        if (folder.isOf(wanted)) {
            return folder.read();
        }
        return reads ? inStore(wanted.key()) : Optional.empty();
    }

    /** The record of an entry of the store. */
    public Optional<StepRecord> inStore(String key) {
        return store.file(key, StepRecordFile.NAME).map(StepRecordFile::new).flatMap(StepFolder::read);
    }

    /**
     * Of a result that is to be made, one whose files have its own key for a digest: the keys that follow from it differ as those of what
     * will be made, and are those of nothing that is there.
     */
    @Override
    public StepRecord require(Workspace part, StepDefinition wanted) {
        return find(part, wanted)
                .orElseGet(() -> wanted.record(files(wanted.key()), new TreeMap<>(), new TreeMap<>(), Instant.now()));
    }

    /** One of each that keys depend on. */
    private static SortedMap<String, String> files(String digest) {
        SortedMap<String, String> files = new TreeMap<>();
        Stream.of(
                        "model/to-be-made",
                        "examples/to-be-made",
                        TransferSet.TABLE,
                        TransferSet.PREDICTIONS,
                        TransferSet.INPUTS,
                        ExampleFiles.TARGETS)
                .forEach(name -> files.put(name, digest));
        return files;
    }
}
