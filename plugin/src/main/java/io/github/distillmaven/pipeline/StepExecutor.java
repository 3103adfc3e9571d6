package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.store.Digests;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreLock;
import org.apache.commons.io.file.PathUtils;
import org.apache.maven.plugin.logging.Log;

/** Brings the result of a step into its folder in the cheapest way: it is there, the store has it, or the step runs. */
final class StepExecutor {

    private static final String LOG = "worker.log";

    private final Store store;
    private final Log log;

    StepExecutor(Store store, Log log) {
        this.store = store;
        this.log = log;
    }

    /**
     * Executes a step.
     *
     * @param definition everything that can change its outputs
     * @param folder where they shall lie
     * @param holder who asks, in words for other builds that wait
     * @param work how the outputs are made
     */
    void execute(StepDefinition definition, StepFolder folder, String holder, StepWork work)
            throws StepFailedException, InterruptedException {
        String key = definition.key();
        String name = definition.step().folder();
        try {
            Optional<StepRecord> present = folder.read();
            if (present.isPresent()
                    && present.get().key().equals(key)
                    && folder.firstChanged(present.get()).isEmpty()) {
                log.info(name + ": up to date");
                return;
            }
            if (store.restore(key, folder.path())) {
                log.info(name + ": restored from the store, key " + key.substring(0, 12));
                return;
            }
            try (StoreLock lock = store.lock(
                    key, holder, other -> log.info(name + ": waiting, the same is being made by " + other))) {
                if (store.restore(key, folder.path())) {
                    log.info(name + ": made by another build meanwhile, key " + key.substring(0, 12));
                    return;
                }
                explain(name, definition, present);
                run(definition, folder, work);
            }
        } catch (StoreException e) {
            throw new StepFailedException(e);
        } catch (IOException e) {
            throw new StepFailedException("%s: %s cannot be read or written: %s".formatted(name, folder.path(), e), e);
        }
    }

    private void explain(String name, StepDefinition definition, Optional<StepRecord> present) {
        List<String> changes = present.map(definition::changesSince).orElse(List.of());
        if (!changes.isEmpty()) {
            log.info(name + ": made again, because this changed: " + String.join("; ", changes));
        }
    }

    private void run(StepDefinition definition, StepFolder folder, StepWork work)
            throws StepFailedException, StoreException, IOException, InterruptedException {
        if (Files.isDirectory(folder.path())) {
            PathUtils.deleteDirectory(folder.path());
        }
        Files.createDirectories(folder.path());
        Path workFolder = store.newWorkFolder();
        try {
            Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Path workerLog = folder.path().resolve(LOG);
            SortedMap<String, String> machine = work.run(workFolder, workerLog);
            double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
            StepRecord made = new StepRecord(
                    definition.step().folder(),
                    definition.key(),
                    definition.settings(),
                    definition.inputs(),
                    definition.environment(),
                    Digests.ofFolder(workFolder),
                    machine,
                    new TreeMap<>(),
                    started.toString(),
                    seconds);
            if (Files.exists(workerLog)) {
                Files.copy(workerLog, workFolder.resolve(LOG));
            }
            new StepFolder(workFolder).complete(made);
            store.publish(definition.key(), workFolder);
            if (!store.restore(definition.key(), folder.path())) {
                throw new StepFailedException("The store " + store.root() + " lost what was just written to it, the "
                        + definition.step().folder() + " step. Is the disk sound, and does nobody clean the folder?");
            }
            log.info("%s: made in %.1f s, key %s"
                    .formatted(
                            definition.step().folder(),
                            seconds,
                            definition.key().substring(0, 12)));
        } finally {
            store.discard(workFolder);
        }
    }
}
