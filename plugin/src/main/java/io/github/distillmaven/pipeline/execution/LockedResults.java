package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.pipeline.step.Scratch;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.UnmetExpectationException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.LockCheck;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.provenance.LockFileException;
import io.github.distillmaven.provenance.LockedStep;

/** Writes what the steps made to the lock file, or holds it against that file, as the user wants. */
public final class LockedResults {

    private final Workspace workspace;
    private final StorePolicy policy;
    private final StoreAccess store;
    private final LockFile file;

    /**
     * The results of a part of an experiment.
     *
     * @param file of the module
     */
    public LockedResults(Workspace workspace, StoreAccess store, LockFile file) {
        this.workspace = workspace;
        this.policy = workspace.experiment().store();
        this.store = store;
        this.file = file;
    }

    /**
     * A step is complete, however that came about.
     *
     * @throws UnmetExpectationException if it made something else than the file says
     * @throws StepFailedException if the file cannot be read or written
     */
    public void completed(StepName step, StepFolder folder) throws StepFailedException, IOException {
        if (!policy.lock() && !policy.locked()) {
            return;
        }
        String experiment = workspace.experiment().name();
        StepRecord made = folder.read().orElseThrow();
        try {
            if (policy.lock()) {
                file.put(experiment, workspace.name(step), made);
            } else {
                check(
                        new LockCheck(experiment, workspace.name(step), made, folder.path()),
                        file.find(experiment, workspace.name(step)));
            }
        } catch (LockFileException e) {
            throw new StepFailedException(e);
        }
    }

    private void check(LockCheck check, Optional<LockedStep> locked) throws StepFailedException, IOException {
        if (locked.isEmpty()) {
            throw new UnmetExpectationException(check.unlocked());
        }
        if (check.problem(locked.get(), Optional.empty()).isEmpty()) {
            return;
        }
        Scratch scratch = workspace.scratch("locked").cleared();
        try {
            Path before = scratch.newFolder("files");
            boolean kept = store.restore(locked.get().key(), before);
            throw new UnmetExpectationException(
                    check.problem(locked.get(), Optional.of(before).filter(there -> kept))
                            .orElseThrow());
        } finally {
            scratch.delete();
        }
    }
}
