package io.github.distillmaven.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.distillmaven.cluster.executor.FakeExecutor;
import io.github.distillmaven.cluster.start.TaskTicket;
import org.jspecify.annotations.Nullable;

/** An engine in memory: it gives a task to one executor, and to the next if that throws. */
class FakeEngine implements TaskEngine {

    final List<TaskTicket> submitted = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();
    private final Queue<FakeExecutor> executors = new ConcurrentLinkedQueue<>();

    @Nullable
    TaskServer server;

    FakeEngine(FakeExecutor... executors) {
        this.executors.addAll(List.of(executors));
    }

    @Override
    public void submit(TaskTicket ticket, String label) {
        submitted.add(ticket);
        new Thread(() -> run(ticket)).start();
    }

    private void run(TaskTicket ticket) {
        String problem = "no executor is left";
        for (FakeExecutor next = executors.poll(); next != null; next = executors.poll()) {
            try {
                next.run(ticket);
                problem = "";
                break;
            } catch (IOException e) {
                problem = "lost: " + e.getMessage();
            }
        }
        server.happened(ticket.task(), new Happening.Over(problem));
    }

    @Override
    public void cancel(String task) {
        cancelled.add(task);
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void close() {}
}
