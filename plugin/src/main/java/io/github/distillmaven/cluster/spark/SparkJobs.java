package io.github.distillmaven.cluster.spark;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.distillmaven.cluster.start.TaskTicket;
import io.github.distillmaven.cluster.task.DriverCommand;
import io.github.distillmaven.cluster.task.DriverNews;
import org.apache.spark.api.java.JavaSparkContext;

/** Each task is a job of its own, with a thread that waits for it. */
final class SparkJobs {

    private final JavaSparkContext spark;
    private final Consumer<DriverNews> build;
    private final ExecutorService threads = Executors.newCachedThreadPool(job -> {
        Thread thread = new Thread(job, "job");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    SparkJobs(JavaSparkContext spark, Consumer<DriverNews> build) {
        this.spark = spark;
        this.build = build;
    }

    void submit(DriverCommand.Submit submitted) {
        threads.execute(() -> run(submitted.ticket(), submitted.label()));
    }

    void cancel(String task) {
        cancelled.add(task);
        spark.sc().cancelJobGroup(task);
    }

    private void run(TaskTicket ticket, String label) {
        String problem = "";
        try {
            spark.setJobGroup(ticket.task(), label, true);
            if (!cancelled.contains(ticket.task())) {
                spark.parallelize(List.of(ticket), 1).foreach(new SparkTask());
            }
        } catch (Exception e) {
            // All of it is in the log.
            problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing");
        }
        build.accept(new DriverNews.Ended(ticket.task(), problem));
    }
}
