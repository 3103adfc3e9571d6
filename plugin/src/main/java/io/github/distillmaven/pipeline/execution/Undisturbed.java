package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.github.distillmaven.pipeline.step.StepFailedException;

/**
 * Work on files that comes to its end although the thread is interrupted meanwhile, which would break off what it reads and writes. So a
 * result that was made is kept when a step beside it fails at that moment.
 */
final class Undisturbed {

    private Undisturbed() {}

    /** What is soon done. */
    @FunctionalInterface
    interface Keeping {

        void run() throws StepFailedException, IOException;
    }

    /** Does it in another thread. If this one is interrupted meanwhile, or was before, it is afterwards. */
    static void run(Keeping work) throws StepFailedException, IOException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        new Thread(task, Thread.currentThread().getName() + "-keep").start();
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StepFailedException failed) {
                throw failed;
            }
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
