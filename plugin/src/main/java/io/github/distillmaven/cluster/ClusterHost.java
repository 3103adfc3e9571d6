package io.github.distillmaven.cluster;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.cluster.task.RequiredMachine;
import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.worker.WorkerException;

/**
 * What a build brings to a cluster.
 *
 * @param java the {@code java} program of the driver
 * @param classpath the plugin and the libraries that a worker needs
 * @param spark finds the jars of Apache Spark
 * @param machine what executors have to run on
 * @param processors of this machine
 */
public record ClusterHost(Path java, List<Path> classpath, Spark spark, RequiredMachine machine, int processors) {

    /** Apache Spark, which can be resolved. */
    @FunctionalInterface
    public interface Spark {

        /**
         * The jars, downloaded if need be.
         *
         * @throws WorkerException if they cannot be had; the message is for the user
         */
        List<Path> resolve(ClusterPolicy cluster) throws WorkerException;
    }
}
