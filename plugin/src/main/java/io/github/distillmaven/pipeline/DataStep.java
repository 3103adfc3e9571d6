package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.synthetic.SyntheticDataset;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.fetch.FetchException;
import io.github.distillmaven.store.Digests;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreLock;
import org.apache.maven.plugin.logging.Log;

/** Brings the data sets into the store, each as an entry that all experiments share, and from there into the folder. */
final class DataStep {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final Store store;
    private final DatasetFetcher fetcher;
    private final Log log;

    DataStep(Workspace workspace, StepDefinitions definitions, Store store, DatasetFetcher fetcher, Log log) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.store = store;
        this.fetcher = fetcher;
        this.log = log;
    }

    void run() throws StepFailedException, InterruptedException {
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            for (DatasetSpec dataset : workspace.datasets()) {
                bring(dataset);
            }
            StepDefinition definition = definitions.data();
            workspace
                    .step(StepName.DATA)
                    .complete(new StepRecord(
                            definition.step().folder(),
                            definition.key(),
                            definition.settings(),
                            definition.inputs(),
                            definition.environment(),
                            definition.inputs(),
                            new TreeMap<>(),
                            new TreeMap<>(),
                            started.toString(),
                            Duration.between(started, Instant.now()).toMillis() / 1000.0));
        } catch (FetchException | StoreException e) {
            throw new StepFailedException(e);
        } catch (IOException e) {
            throw new StepFailedException(
                    "data: %s cannot be read or written: %s"
                            .formatted(workspace.step(StepName.DATA).path(), e),
                    e);
        }
    }

    private void bring(DatasetSpec dataset) throws FetchException, StoreException, IOException, InterruptedException {
        String key = key(dataset);
        Path folder = workspace.data(dataset);
        if (isSound(dataset, folder)) {
            log.info("data: " + dataset.name() + " is up to date");
            return;
        }
        Files.createDirectories(folder.getParent());
        if (store.restore(key, folder)) {
            log.info("data: " + dataset.name() + " restored from the store");
            return;
        }
        try (StoreLock lock = store.lock(
                key,
                workspace.label(StepName.DATA),
                other -> log.info("data: waiting for " + dataset.name() + ", which is being fetched by " + other))) {
            if (!store.restore(key, folder)) {
                make(dataset, key);
                store.restore(key, folder);
            }
        }
    }

    private void make(DatasetSpec dataset, String key)
            throws FetchException, StoreException, IOException, InterruptedException {
        Path incoming = store.incoming(key);
        if (dataset.synthetic()) {
            log.info("data: drawing " + dataset.name());
            SyntheticDataset.named(dataset.name()).write(incoming);
        } else {
            fetcher.fetch(dataset, incoming);
        }
        if (!isSound(dataset, incoming)) {
            throw new IOException("the files of " + dataset.name() + " in " + incoming
                    + " do not have the digests that the catalog pins");
        }
        store.publish(key, incoming);
    }

    private static boolean isSound(DatasetSpec dataset, Path folder) throws IOException {
        for (DatasetFile file : dataset.files()) {
            Path path = folder.resolve(file.name());
            if (!Files.isRegularFile(path) || !Digests.ofFile(path).equals(file.sha256())) {
                return false;
            }
        }
        return true;
    }

    private static String key(DatasetSpec dataset) {
        StringBuilder canonical = new StringBuilder("dataset=" + dataset.name() + "\n");
        dataset.files().forEach(file -> canonical.append(file.name() + "=" + file.sha256() + "\n"));
        return Digests.ofText(canonical.toString());
    }
}
