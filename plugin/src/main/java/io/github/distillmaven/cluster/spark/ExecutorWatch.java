package io.github.distillmaven.cluster.spark;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.distillmaven.cluster.task.DriverNews;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Tells the build what becomes of executors. */
final class ExecutorWatch extends SparkListener {

    private final int cores;
    private final Consumer<DriverNews> build;
    private final AtomicBoolean any = new AtomicBoolean();

    /** @param cores of a task */
    ExecutorWatch(int cores, Consumer<DriverNews> build) {
        this.cores = cores;
        this.build = build;
    }

    /** Whether there has been an executor. */
    boolean any() {
        return any.get();
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        any.set(true);
        int offered = added.executorInfo().totalCores();
        if (offered < cores) {
            build.accept(new DriverNews.Refused(
                    "The executors of the cluster have %s core%s each, but a step uses %s threads.\nTry: -Ddistill.threads=%s, which changes the last digits of results; or give executors more cores."
                            .formatted(offered, offered == 1 ? "" : "s", cores, offered)));
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        build.accept(new DriverNews.Warned("The cluster lost the executor %s: %s. Its steps run again."
                .formatted(removed.executorId(), firstLine(removed.reason()))));
    }

    /** When the build ends it, nobody listens any more. */
    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd ended) {
        build.accept(
                new DriverNews.Refused(
                        "The cluster ended the work of this build, most likely because its executors could not start.\nTry: see the logs of its workers, and that they have Java 17 or newer, memory (spark.executor.memory) and a disk that is not full."));
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("no reason given").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
