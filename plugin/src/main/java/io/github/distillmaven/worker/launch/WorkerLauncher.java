package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.distillmaven.worker.WorkerException;

/**
 * Has workers answer requests. One that has answered waits a while for the next request that it fits, also of another goal: its JVM
 * and TensorFlow are loaded. One that failed is ended. One launcher serves any number of threads.
 */
public final class WorkerLauncher implements Workers {

    /** Goals that follow each other leave less between two requests. */
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(10);

    private final Duration startLimit;
    private final Duration endLimit;
    private final Duration idleLimit;
    private final List<RunningWorker> idle = new ArrayList<>();

    /** A launcher with limits that only a worker that hangs can reach. */
    public WorkerLauncher() {
        this(Duration.ofMinutes(2), Duration.ofSeconds(30), IDLE_LIMIT);
    }

    /**
     * @param startLimit from the start of the process to its connection
     * @param endLimit from its last event to its exit
     * @param idleLimit how long one waits for a further request
     */
    WorkerLauncher(Duration startLimit, Duration endLimit, Duration idleLimit) {
        this.startLimit = startLimit;
        this.endLimit = endLimit;
        this.idleLimit = idleLimit;
    }

    /** Has a request answered by a worker on this machine. If this method throws, the worker's process has ended before. */
    @Override
    public SortedMap<String, String> run(WorkerLaunch launch, WorkerListener listener)
            throws WorkerException, InterruptedException {
        try {
            Optional<RunningWorker> found = rested(launch.jvm());
            RunningWorker worker = found.isPresent() ? found.get() : RunningWorker.start(launch, startLimit);
            boolean answered = false;
            try {
                worker.answer(launch, listener, endLimit);
                answered = true;
            } finally {
                if (!answered) {
                    worker.close();
                }
            }
            rest(worker);
            return Collections.emptySortedMap();
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(launch.label() + " was interrupted");
            }
            throw new StartFailure(launch.worker(), e).explained();
        }
    }

    /** One that fits. If there is none, the others leave their memory to the one that will be started. */
    private synchronized Optional<RunningWorker> rested(WorkerJvm jvm) throws IOException {
        for (Iterator<RunningWorker> workers = idle.iterator(); workers.hasNext(); ) {
            RunningWorker worker = workers.next();
            if (worker.fits(jvm)) {
                workers.remove();
                return Optional.of(worker);
            }
        }
        for (RunningWorker worker : idle) {
            worker.close();
        }
        idle.clear();
        return Optional.empty();
    }

    private synchronized void rest(RunningWorker worker) {
        idle.add(worker);
        CompletableFuture.delayedExecutor(idleLimit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> dismiss(worker));
    }

    private synchronized void dismiss(RunningWorker worker) {
        try {
            if (idle.remove(worker)) {
                worker.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
