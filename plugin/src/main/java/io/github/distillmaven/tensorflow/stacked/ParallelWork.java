package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * Does on several threads what does not depend on each other, each with networks of its own.
 *
 * @param threads at most
 */
record ParallelWork(int threads) {

    /** A part of the work. */
    @FunctionalInterface
    interface Job<T, R> {
        R run(T input, StackedPool networks) throws IOException, WorkerFailure;
    }

    /** @return the results in the order of the inputs */
    <T, R> List<R> forEach(List<T> inputs, Job<T, R> part) throws IOException, WorkerFailure, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, inputs.size())));
        try {
            return results(inputs, part, pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private <T, R> List<R> results(List<T> inputs, Job<T, R> part, ExecutorService pool)
            throws IOException, WorkerFailure, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<R> results = new ArrayList<>();
        inputs.forEach(input -> results.add(null));
        List<Future<Void>> ends = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, inputs.size()); thread++) {
            ends.add(pool.submit(() -> {
                try (StackedPool networks = new StackedPool()) {
                    for (int index = next.getAndIncrement(); index < inputs.size(); index = next.getAndIncrement()) {
                        R result = part.run(inputs.get(index), networks);
                        synchronized (results) {
                            results.set(index, result);
                        }
                    }
                }
                return null;
            }));
        }
        for (Future<Void> end : ends) {
            waitFor(end);
        }
        return results;
    }

    private static void waitFor(Future<Void> end) throws IOException, WorkerFailure, InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkerFailure failure) {
                throw failure;
            }
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
