package io.github.distillmaven.pipeline.execution;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.distillmaven.pipeline.step.StepFailedException;

/**
 * Runs steps that do not depend on each other, some at the same time.
 *
 * @param atOnce how many, at least 1
 */
record ParallelSteps(int atOnce) {

    private static final long PATIENCE_SECONDS = 60;

    /** One step. */
    @FunctionalInterface
    interface Call {

        void run() throws StepFailedException, InterruptedException;
    }

    /**
     * Runs all of them, begun in their order. The first failure ends those that are under way and is thrown.
     *
     * @throws InterruptedException if the calling thread was interrupted; the steps are then ended too
     */
    void run(List<Call> calls) throws StepFailedException, InterruptedException {
        if (atOnce == 1 || calls.size() == 1) {
            for (Call call : calls) {
                call.run();
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            CompletionService<Void> running = new ExecutorCompletionService<>(threads);
            calls.forEach(call -> running.submit(() -> {
                call.run();
                return null;
            }));
            for (int ended = 0; ended < calls.size(); ended++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StepFailedException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
