package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.util.function.LongSupplier;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.store.StoreLock;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The turn of one goal in the folder of an experiment. Builds in one checkout, and modules with one build folder, have the
 * same folder: each goal waits until nobody else works there, so that what it reads stays as it is, and so that its work
 * folders are its own.
 */
public final class Turn {

    private final Workspace workspace;
    private final StoreSession session;
    private final LongSupplier nanoTime;
    private final Log log;

    private @Nullable StoreLock lock;

    /** @param nanoTime a clock, by which who waits says so once a minute */
    public Turn(Workspace workspace, StoreSession session, LongSupplier nanoTime, Log log) {
        this.workspace = workspace;
        this.session = session;
        this.nanoTime = nanoTime;
        this.log = log;
    }

    /** What a goal does. */
    @FunctionalInterface
    public interface Work {

        void run() throws StepFailedException, InterruptedException;
    }

    /**
     * Waits for the turn, and does the work in it.
     *
     * @param goal its name, for those who wait
     */
    public void take(String goal, Work work) throws StepFailedException, InterruptedException {
        lock = lock(goal);
        try {
            work.run();
        } finally {
            giveBack();
        }
    }

    /** Null where there can be no lock, which may do no harm, or stop the goal, for a reason that it then says. */
    private @Nullable StoreLock lock(String goal) throws InterruptedException {
        String holder = "%s of %s (process %s)"
                .formatted(
                        goal,
                        workspace.build().project(),
                        ProcessHandle.current().pid());
        try {
            return session.lock(workspace.folder(), holder, waiting());
        } catch (IOException e) {
            log.warn(
                    "Experiment '%s': %s cannot be locked (%s), so a second build in this folder could disturb this one."
                            .formatted(workspace.experiment().name(), workspace.folder(), e));
            return null;
        }
    }

    private StoreLock.Waiting waiting() {
        return new WaitingLine(
                nanoTime,
                log,
                holder -> "Experiment '%s': waiting, %s is at work in %s"
                        .formatted(workspace.experiment().name(), holder, workspace.folder()));
    }

    /**
     * Checks that the folder was not taken away meanwhile. To be called before anything made in it is kept.
     *
     * @throws StepFailedException if it was; the message says what to do
     */
    void require() throws StepFailedException {
        if (lock != null && !lock.isHeld()) {
            throw new StepFailedException(
                    "Experiment '%s': files in %s were deleted while this build worked there. Another build in this folder ran 'clean', perhaps. Run this build again when the other has ended; what it had finished is in the store."
                            .formatted(workspace.experiment().name(), workspace.folder()));
        }
    }

    private void giveBack() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            log.debug("The lock of " + workspace.folder() + " ends with this process", e);
        } finally {
            lock = null;
        }
    }
}
