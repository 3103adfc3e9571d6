package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.worker.WorkerFailure;

/**
 * Computes on several threads what does not depend on each other, with {@link PointNetworks} for each thread. The results are in the
 * order of the tasks.
 *
 * @param training of the networks
 * @param networks how many there are side by side
 * @param threads at most
 */
record PointGroups(Training training, int networks, int threads) {

    /** A part of the work. */
    @FunctionalInterface
    interface Task<T, R> {
        R run(T input, PointNetworks networks) throws WorkerFailure;
    }

    <T, R> List<R> forEach(List<T> inputs, Task<T, R> task) throws WorkerFailure, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, inputs.size())));
        try {
            return results(inputs, task, pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private <T, R> List<R> results(List<T> inputs, Task<T, R> task, ExecutorService pool)
            throws WorkerFailure, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<R> results = new ArrayList<>();
        inputs.forEach(input -> results.add(null));
        List<Future<Void>> ends = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, inputs.size()); thread++) {
            ends.add(pool.submit(() -> {
                try (PointNetworks own = new PointNetworks(training, networks)) {
                    for (int index = next.getAndIncrement(); index < inputs.size(); index = next.getAndIncrement()) {
                        R result = task.run(inputs.get(index), own);
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

    private static void waitFor(Future<Void> end) throws WorkerFailure, InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkerFailure failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Cuts a list into pieces of as many as there are networks; the last one may be shorter. */
    <T> List<List<T>> cut(List<T> all) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += networks) {
            pieces.add(all.subList(from, Math.min(from + networks, all.size())));
        }
        return pieces;
    }

    /** Fills the places of networks that are not needed with the last one that is. */
    <T> List<T> filled(List<T> piece) {
        List<T> filled = new ArrayList<>(piece);
        while (filled.size() < networks) {
            filled.add(piece.get(piece.size() - 1));
        }
        return filled;
    }
}
