package io.github.distillmaven.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerListener;
import io.github.distillmaven.worker.launch.Workers;

/**
 * The clusters that a build uses. One is opened for the first request that has to be answered there, and serves all goals; it goes when
 * nobody has asked for a while, and with the build.
 */
public final class Clusters {

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

    private final Map<ClusterSettings, Used> used = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ClusterSettings, Failure> failures = new HashMap<>();
    private boolean endsWithThisJvm;

    /** Why one could not be opened, for those who waited for it meanwhile. */
    private record Failure(long nanos, String message) {}

    private static final class Used {

        private final OpenCluster cluster;
        private int requests;
        private boolean closed;
        private long lastNanos = System.nanoTime();

        Used(OpenCluster cluster) {
            this.cluster = cluster;
        }
    }

    /**
     * Workers on the machines of a cluster. Nothing is resolved or started here.
     *
     * @param threads of a step
     * @param host what the build brings
     * @param folder where the driver's log lies
     */
    public Workers of(ClusterPolicy cluster, int threads, ClusterHost host, Path folder, ClusterLog log) {
        ClusterSettings settings = new ClusterSettings(cluster, threads);
        return (launch, listener) -> run(settings, host, folder, log, launch, listener);
    }

    private SortedMap<String, String> run(
            ClusterSettings settings,
            ClusterHost host,
            Path folder,
            ClusterLog log,
            WorkerLaunch launch,
            WorkerListener listener)
            throws WorkerException, InterruptedException {
        try {
            Used cluster = open(settings, host, folder, log);
            try {
                return cluster.cluster.run(launch, host.machine(), listener);
            } finally {
                release(cluster);
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(launch.label() + " was interrupted");
            }
            throw new WorkerException(
                    "%s: what the cluster needs could not be written or read: %s.\nTry: see that the folder %s can be written to."
                            .formatted(launch.label(), e.getMessage(), folder),
                    e);
        }
    }

    private Used open(ClusterSettings settings, ClusterHost host, Path folder, ClusterLog log)
            throws WorkerException, IOException, InterruptedException {
        long asked = System.nanoTime();
        lock.lockInterruptibly();
        try {
            Failure failure = failures.get(settings);
            if (failure != null && failure.nanos() - asked > 0) {
                throw new WorkerException(failure.message());
            }
            Used known = used.get(settings);
            if (known == null || !known.cluster.isAlive()) {
                List.copyOf(used.values()).forEach(this::closeIfOfNobody);
                known = new Used(start(settings, host, folder, log));
                used.put(settings, known);
                endWithThisJvm();
            }
            known.requests++;
            return known;
        } finally {
            lock.unlock();
        }
    }

    private OpenCluster start(ClusterSettings settings, ClusterHost host, Path folder, ClusterLog log)
            throws WorkerException, IOException, InterruptedException {
        try {
            return OpenCluster.start(settings, host, folder, log);
        } catch (WorkerException e) {
            failures.put(settings, new Failure(System.nanoTime(), String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private void release(Used cluster) {
        lock.lock();
        try {
            cluster.requests--;
            cluster.lastNanos = System.nanoTime();
            if (!cluster.cluster.isAlive()) {
                closeIfOfNobody(cluster);
            }
        } finally {
            lock.unlock();
        }
        CompletableFuture.delayedExecutor(IDLE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> closeIfIdle(cluster));
    }

    private void closeIfIdle(Used cluster) {
        lock.lock();
        try {
            if (System.nanoTime() - cluster.lastNanos >= IDLE_LIMIT.toNanos()) {
                closeIfOfNobody(cluster);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Its cores may be what another one waits for. */
    private void closeIfOfNobody(Used cluster) {
        if (cluster.requests == 0 && !cluster.closed) {
            used.values().remove(cluster);
            close(cluster);
        }
    }

    private static void close(Used cluster) {
        cluster.closed = true;
        try {
            cluster.cluster.close();
        } catch (IOException e) {
            // What is left in the build's folder goes with the next clean.
        }
    }

    /** A driver that is told has time to leave nothing behind. */
    private void endWithThisJvm() {
        if (!endsWithThisJvm) {
            endsWithThisJvm = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "end-clusters"));
        }
    }

    private void closeAll() {
        List<Used> all = new ArrayList<>(used.values());
        used.clear();
        all.forEach(Clusters::close);
    }
}
