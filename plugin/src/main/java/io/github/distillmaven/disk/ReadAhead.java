package io.github.distillmaven.disk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads things in their order, the next ones while one is worked on: as many as there are processors, so that few are in memory at a
 * time. To be used by one thread.
 */
public final class ReadAhead<T> implements AutoCloseable {

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(processors);
    private final Queue<Future<T>> ahead = new ArrayDeque<>();
    private final Iterator<Callable<T>> readings;

    /** @param readings how each is read, in their order */
    public ReadAhead(List<Callable<T>> readings) {
        this.readings = readings.iterator();
        while (ahead.size() < processors && begin()) {}
    }

    /**
     * The next thing. There must be one.
     *
     * @throws IOException if it cannot be read
     */
    public T next() throws IOException {
        Future<T> next = ahead.remove();
        begin();
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The build was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private boolean begin() {
        return readings.hasNext() && ahead.add(threads.submit(readings.next()));
    }
}
