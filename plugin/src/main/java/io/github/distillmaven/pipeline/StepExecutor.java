package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.StoreAccess.Claim;
import io.github.distillmaven.store.Digests;
import org.apache.maven.plugin.logging.Log;

/** Brings the result of a step into its folder in the cheapest way: it is there, a store has it, or the step runs. */
final class StepExecutor {

    static final String LOG = "worker.log";

    private final Workspace workspace;
    private final StoreAccess store;
    private final RemoteAccess remote;
    private final StepHistory history;
    private final LockedResults locked;
    private final Turn turn;
    private final Log log;

    /** @param turn the goal's turn in the folder of the experiment */
    StepExecutor(
            Workspace workspace,
            StoreAccess store,
            RemoteAccess remote,
            StepHistory history,
            LockedResults locked,
            Turn turn,
            Log log) {
        this.workspace = workspace;
        this.store = store;
        this.remote = remote;
        this.history = history;
        this.locked = locked;
        this.turn = turn;
        this.log = log;
    }

    /**
     * Executes a step.
     *
     * @param definition everything that can change its outputs
     * @param work how the outputs are made
     */
    void execute(StepDefinition definition, StepWork work) throws StepFailedException, InterruptedException {
        StepFolder folder = workspace.step(definition.step());
        Scratch scratch = workspace.scratch(definition.name());
        try {
            try {
                bring(definition, folder, scratch.cleared(), work);
                send(definition, folder, scratch);
                scratch.delete();
            } finally {
                scratch.keepLogs();
            }
            history.completed(definition, folder);
            locked.completed(definition.step(), folder);
        } catch (IOException e) {
            turn.require();
            throw StepFailedException.cannotReadOrWrite(definition.name(), folder.path(), e);
        }
    }

    private void bring(StepDefinition definition, StepFolder folder, Scratch scratch, StepWork work)
            throws StepFailedException, IOException, InterruptedException {
        String title = workspace.title(definition.step());
        boolean again = workspace.experiment().store().reruns(definition.step().goal());
        if (!again && folder.holds(definition)) {
            log.info(title + ": up to date");
            return;
        }
        if (!again && restore(definition, folder, scratch)) {
            log.info(title + ": restored from the store, key " + definition.shortKey());
            return;
        }
        try (Claim claim = store.claim(definition.key(), title, workspace.holder(definition.step()))) {
            if (!again && restore(definition, folder, scratch)) {
                log.info(title + ": made by another build meanwhile, key " + definition.shortKey());
                return;
            }
            if (!again && fetch(definition, claim, folder, scratch)) {
                log.info(title + ": restored from the remote store, key " + definition.shortKey());
                return;
            }
            if (again) {
                store.beginAgain(claim);
            } else {
                history.explain(definition, folder);
            }
            Path output = scratch.newFolder("output");
            StepRecord made = run(definition, claim, output, scratch.folder(LOG), work);
            turn.require();
            if (again) {
                history.compare(definition, made);
            }
            store.keep(claim, definition.name(), output);
            scratch.complete(output, folder.path());
            new Scratch(workspace.checkpoints(definition.key())).delete();
            log.info(String.format(
                    Locale.ROOT, "%s: made in %.1f s, key %s", title, made.seconds(), definition.shortKey()));
        }
    }

    private boolean restore(StepDefinition definition, StepFolder folder, Scratch scratch) throws IOException {
        Path restored = scratch.newFolder("restored");
        if (!store.restore(definition.key(), restored)) {
            return false;
        }
        scratch.complete(restored, folder.path());
        return true;
    }

    private boolean fetch(StepDefinition definition, Claim claim, StepFolder folder, Scratch scratch)
            throws StepFailedException, IOException, InterruptedException {
        Path fetched = scratch.newFolder("fetched");
        if (!remote.restore(definition, scratch.newFolder("archive"), fetched)) {
            return false;
        }
        store.keep(claim, definition.name(), fetched);
        scratch.complete(fetched, folder.path());
        return true;
    }

    private void send(StepDefinition definition, StepFolder folder, Scratch scratch)
            throws IOException, InterruptedException {
        if (remote.isSentTo()) {
            Path entry = scratch.newFolder("entry");
            store.write(definition.key(), definition.name(), folder.path(), entry);
            remote.send(definition.key(), entry);
        }
    }

    private StepRecord run(StepDefinition definition, Claim claim, Path output, Path workerLog, StepWork work)
            throws StepFailedException, IOException, InterruptedException {
        Path checkpoints = store.checkpoints(claim, workspace.checkpoints(definition.key()));
        Instant started = Instant.now();
        SortedMap<String, String> machine = work.run(new StepPlace(output, workerLog, checkpoints));
        StepRecord made = definition.record(Digests.ofFolder(output), machine, workspace.origin(log::debug), started);
        if (Files.exists(workerLog)) {
            Files.copy(workerLog, output.resolve(LOG));
        }
        new StepFolder(output).complete(made);
        return made;
    }
}
