package io.github.distillmaven.cluster.spark;

import java.io.IOException;

import io.github.distillmaven.cluster.start.ExecutorStart;
import io.github.distillmaven.cluster.start.TaskTicket;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.VoidFunction;

/** What an executor does with a ticket. */
final class SparkTask implements VoidFunction<TaskTicket> {

    private static final long serialVersionUID = 1L;

    @Override
    public void call(TaskTicket ticket) throws IOException {
        ExecutorStart.run(
                ticket,
                "%s, executor %s"
                        .formatted(
                                SparkEnv.get().blockManager().blockManagerId().host(),
                                SparkEnv.get().executorId()));
    }
}
