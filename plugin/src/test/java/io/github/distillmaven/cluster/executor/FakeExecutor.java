package io.github.distillmaven.cluster.executor;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.distillmaven.cluster.start.ExecutorFolder;
import io.github.distillmaven.cluster.start.SentFile;
import io.github.distillmaven.cluster.start.TaskBeginning;
import io.github.distillmaven.cluster.start.TaskTicket;
import io.github.distillmaven.cluster.task.TaskOrder;
import io.github.distillmaven.worker.launch.Workers;
import tools.jackson.databind.json.JsonMapper;

/**
 * An executor without an engine and without workers of its own.
 *
 * @param name by which it calls itself
 * @param folder of it
 * @param sees which files of the build it sees
 * @param workers answer its requests
 * @param orders that it was given
 */
public record FakeExecutor(String name, Path folder, Predicate<Path> sees, Workers workers, List<TaskOrder> orders) {

    public FakeExecutor(String name, Path folder, Predicate<Path> sees, Workers workers) {
        this(name, folder, sees, workers, new ArrayList<>());
    }

    /** Does a task. */
    public void run(TaskTicket ticket) throws IOException {
        try (Socket build = new Socket(ticket.host(), ticket.port())) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(build.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(build.getOutputStream()));
            out.writeUTF(ticket.token());
            out.writeUTF(ticket.task());
            out.writeUTF(name);
            out.flush();
            TaskBeginning beginning = TaskBeginning.read(in);
            ExecutorFolder executor = new ExecutorFolder(Files.createDirectories(folder), sees);
            for (SentFile jar : beginning.classpath()) {
                executor.file(jar, in, out);
            }
            TaskOrder order = JsonMapper.shared().readValue(beginning.order(), TaskOrder.class);
            orders.add(order);
            new TaskAgent(order, in, out, executor, workers).work();
        }
    }
}
