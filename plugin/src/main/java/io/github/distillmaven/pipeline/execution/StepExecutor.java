package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;
import org.apache.maven.plugin.logging.Log;

/**
 * Brings the result of a step into its folder in the cheapest way: it is there, a store has it, or the step runs.
 *
 * @param turn the goal's turn in the folder of the experiment
 */
public record StepExecutor(
        Workspace workspace,
        StoreAccess store,
        RemoteAccess remote,
        StepHistory history,
        LockedResults locked,
        Turn turn,
        Log log) {

    static final String LOG = "worker.log";

    /**
     * Executes a step.
     *
     * @param definition everything that can change its outputs
     * @param work how the outputs are made
     */
    void execute(StepDefinition definition, StepWork work) throws StepFailedException, InterruptedException {
        try (StepRun run = new StepRun(this, definition)) {
            Instant started = Instant.now();
            log.info(run.news(bring(run, work), started));
            run.settle();
        } catch (IOException e) {
            throw failure(definition, e);
        }
    }

    /** The failure of a step whose files cannot be read or written. */
    StepFailedException failure(StepDefinition definition, IOException cause) throws StepFailedException {
        turn.require();
        return StepFailedException.cannotReadOrWrite(
                definition.name(), workspace.step(definition.step()).path(), cause);
    }

    private Found bring(StepRun run, StepWork work) throws StepFailedException, IOException, InterruptedException {
        Optional<Found> found = run.find();
        if (found.isEmpty()) {
            found = run.claim();
        }
        if (found.isPresent()) {
            return found.get();
        }
        run.explain();
        Instant started = Instant.now();
        StepPlace place = run.place();
        SortedMap<String, String> machine = work.run(place);
        Undisturbed.run(() -> {
            run.keep(place, machine, workspace.origin(log::debug), started);
            store.tidy();
        });
        return Found.MADE;
    }
}
