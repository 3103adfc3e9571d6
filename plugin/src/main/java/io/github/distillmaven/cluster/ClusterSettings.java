package io.github.distillmaven.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.worker.WorkerException;

/**
 * What Apache Spark is told.
 *
 * @param cluster what the user wants
 * @param threads of a step
 */
record ClusterSettings(ClusterPolicy cluster, int threads) {

    private static final String DEFAULT_FAILURES = "4";
    private static final String FAILURES = "spark.task.maxFailures";

    /**
     * Checks that a local one has the cores that a step takes; what others have is known when they are there.
     *
     * @param processors of this machine
     * @throws WorkerException if it has fewer
     */
    void requireCores(int processors) throws WorkerException {
        int cores = cluster.localCores(processors);
        if (cluster.isLocal() && cores < threads) {
            throw new WorkerException("""
                    The cluster %s has %s core%s, but a step uses %s threads.
                    Try: -Ddistill.threads=%s, which changes the last digits of results; or name a cluster with more cores.""".formatted(cluster.master(), cores, cores == 1 ? "" : "s", threads, cores));
        }
    }

    /**
     * The settings, by Spark's own names.
     *
     * @param host by which executors know this machine
     * @param loopback whether that is this machine alone
     * @param processors of this machine
     * @param jar that Spark carries to executors
     * @param folder for what Spark writes here
     */
    Map<String, String> all(String host, boolean loopback, int processors, Path jar, Path folder) {
        Map<String, String> all = new TreeMap<>();
        all.put("spark.driver.host", host);
        all.put("spark.driver.bindAddress", loopback ? host : "0.0.0.0");
        all.put("spark.ui.enabled", "false");
        all.put("spark.local.dir", folder.toString());
        all.put(FAILURES, DEFAULT_FAILURES);
        all.put("spark.rpc.askTimeout", "20s");
        // Executors that are lost are missed soon.
        all.put("spark.executor.heartbeatInterval", "2s");
        all.put("spark.network.timeout", "60s");
        all.putAll(cluster.options());
        all.put("spark.app.name", "distill-maven-plugin");
        all.put("spark.task.cpus", Integer.toString(threads));
        all.put("spark.jars", jar.toUri().toString());
        // A local Spark tries again only if its master says how often.
        all.put(
                "spark.master",
                cluster.isLocal()
                        ? "local[%s,%s]".formatted(cluster.localCores(processors), all.get(FAILURES))
                        : cluster.master());
        return all;
    }
}
