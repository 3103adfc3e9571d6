package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.synthetic.SyntheticDataset;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.fetch.FetchException;
import io.github.distillmaven.pipeline.execution.LockedResults;
import io.github.distillmaven.pipeline.execution.StepHistory;
import io.github.distillmaven.pipeline.execution.StoreAccess;
import io.github.distillmaven.pipeline.execution.StoreAccess.Claim;
import io.github.distillmaven.pipeline.own.OwnDatasets;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.Scratch;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import org.apache.commons.io.file.PathUtils;
import org.apache.maven.plugin.logging.Log;

/** Brings the data sets into the store, each as an entry that all experiments share, and from there into the folder. */
final class DataStep {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final StoreAccess store;
    private final StepHistory history;
    private final LockedResults locked;
    private final DatasetFetcher fetcher;
    private final OwnDatasets own;
    private final Log log;

    DataStep(
            Workspace workspace,
            StepDefinitions definitions,
            StoreAccess store,
            StepHistory history,
            LockedResults locked,
            DatasetFetcher fetcher,
            OwnDatasets own,
            Log log) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.store = store;
        this.history = history;
        this.locked = locked;
        this.fetcher = fetcher;
        this.own = own;
        this.log = log;
    }

    void run() throws StepFailedException, InterruptedException {
        Instant started = Instant.now();
        StepFolder folder = workspace.step(StepName.DATA);
        try {
            boolean made = false;
            for (DatasetSpec dataset : workspace.datasets()) {
                if (dataset.drawn()) {
                    log.info("data: " + dataset.name() + " are drawn with the teachers, there is nothing to fetch");
                    continue;
                }
                Scratch scratch = workspace.scratch(dataset.name());
                try {
                    made |= bring(dataset, scratch.cleared());
                } finally {
                    scratch.delete();
                }
            }
            StepDefinition definition = definitions.data();
            if (made || !folder.isOf(definition)) {
                Files.createDirectories(folder.path());
                folder.complete(record(definition, made, started));
            }
            history.completed(definition, folder);
            locked.completed(StepName.DATA, folder);
        } catch (FetchException e) {
            throw new StepFailedException(e);
        } catch (IOException e) {
            throw StepFailedException.cannotReadOrWrite("data", folder.path(), e);
        }
    }

    /** Tells the log which data sets are there. */
    void plan() throws StepFailedException {
        for (DatasetSpec dataset : workspace.datasets()) {
            try {
                if (!dataset.drawn()) {
                    boolean there = isSound(dataset, workspace.data(dataset))
                            || store.digests(DataFiles.key(dataset)).equals(Optional.of(pinned(dataset)));
                    log.info("data: " + dataset.name() + (there ? " is there" : " is to be fetched"));
                }
            } catch (IOException e) {
                throw StepFailedException.cannotReadOrWrite(
                        "data", workspace.step(StepName.DATA).path(), e);
            }
        }
    }

    /** Data that were restored have the record of the build that fetched them, if that is remembered. */
    private StepRecord record(StepDefinition definition, boolean made, Instant started) {
        Optional<StepRecord> earlier = made ? Optional.empty() : history.latest(definition);
        return earlier.filter(record -> record.key().equals(definition.key()))
                .orElseGet(() ->
                        definition.record(definition.inputs(), new TreeMap<>(), workspace.origin(log::debug), started));
    }

    /** Returns whether the data were fetched or drawn just now. */
    private boolean bring(DatasetSpec dataset, Scratch scratch)
            throws StepFailedException, FetchException, IOException, InterruptedException {
        Path folder = workspace.data(dataset);
        boolean again = workspace.experiment().store().reruns(StepName.DATA.goal());
        if (!again && isSound(dataset, folder)) {
            log.info("data: " + dataset.name() + " is up to date");
            return false;
        }
        if (!again && restore(dataset, scratch)) {
            log.info("data: " + dataset.name() + " restored from the store");
            return false;
        }
        String key = DataFiles.key(dataset);
        try (Claim claim = store.claim(key, "data: " + dataset.name(), workspace.holder(StepName.DATA))) {
            if (!again && restore(dataset, scratch)) {
                log.info("data: " + dataset.name() + " fetched by another build meanwhile");
                return false;
            }
            if (again) {
                store.beginAgain(claim);
            }
            Path made = make(dataset, claim, scratch.newFolder("incoming"));
            Path copy = scratch.newFolder("copy");
            PathUtils.copyDirectory(made, copy);
            store.keep(claim, StepName.DATA.folder(), copy);
            store.tidy();
            scratch.complete(copy, folder);
            return true;
        }
    }

    private boolean restore(DatasetSpec dataset, Scratch scratch) throws IOException {
        Path restored = scratch.newFolder("restored");
        if (!store.restore(DataFiles.key(dataset), restored)
                || !store.digests(DataFiles.key(dataset)).equals(Optional.of(pinned(dataset)))) {
            return false;
        }
        scratch.complete(restored, workspace.data(dataset));
        return true;
    }

    /**
     * Gets the files, in the store if it takes them, so that the next build goes on with a download that breaks off.
     *
     * @param otherwise the folder to use if it does not
     * @return the folder that holds them
     */
    private Path make(DatasetSpec dataset, Claim claim, Path otherwise)
            throws StepFailedException, FetchException, IOException, InterruptedException {
        Path incoming = store.incoming(claim, otherwise);
        try {
            make(dataset, incoming);
            return incoming;
        } catch (FetchException | IOException e) {
            Throwable reason = e instanceof IOException ? e : e.getCause();
            if (incoming.equals(otherwise) || !(reason instanceof IOException refusal)) {
                throw e;
            }
            store.beginAgain(claim);
            store.cannotKeep(refusal);
            make(dataset, otherwise);
            return otherwise;
        }
    }

    private void make(DatasetSpec dataset, Path folder)
            throws StepFailedException, FetchException, IOException, InterruptedException {
        if (dataset.synthetic()) {
            log.info("data: drawing " + dataset.name());
            SyntheticDataset.named(dataset.name()).write(folder);
        } else if (dataset.own()) {
            own.write(dataset.name(), folder);
        } else {
            fetcher.fetch(dataset, folder);
        }
        if (isSound(dataset, folder)) {
            return;
        }
        if (dataset.own()) {
            throw new StepFailedException(
                    "data: the files of '%s' have changed while this build was running. Run it again."
                            .formatted(dataset.name()));
        }
        throw new IOException(
                "the files of " + dataset.name() + " in " + folder + " do not have the digests that the catalog pins");
    }

    private boolean isSound(DatasetSpec dataset, Path folder) throws IOException {
        for (DatasetFile file : dataset.files()) {
            Path path = folder.resolve(file.name());
            if (!Files.isRegularFile(path)
                    || !workspace.build().digests().of(path).equals(file.sha256())) {
                return false;
            }
        }
        return true;
    }

    private static SortedMap<String, String> pinned(DatasetSpec dataset) {
        SortedMap<String, String> digests = new TreeMap<>();
        dataset.files().forEach(file -> digests.put(file.name(), file.sha256()));
        return digests;
    }
}
