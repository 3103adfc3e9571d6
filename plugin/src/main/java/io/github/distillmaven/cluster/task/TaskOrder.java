package io.github.distillmaven.cluster.task;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.cluster.start.SentFile;

/**
 * What an executor is to do. All paths are those of the build's machine.
 *
 * @param label names the work in messages
 * @param request the worker's request, as JSON
 * @param files that the request speaks of, or that lie in folders of which it does
 * @param outputs folders that the worker writes to; empty, or holding files that it reads
 * @param checkpoints folders that a training saves itself in
 * @param mark what lies in each folder of checkpoints that this executor may use itself, if it sees the folder; empty if it may use none
 * @param log where the worker's log will be
 * @param classpath of the worker, in order
 * @param mainClass of the worker
 * @param arguments of its JVM
 * @param environment variables that it gets
 * @param foreign beginnings of the names of variables that it does not get
 * @param machine what the executor's machine has to be
 */
public record TaskOrder(
        String label,
        String request,
        List<SentFile> files,
        List<String> outputs,
        List<String> checkpoints,
        String mark,
        String log,
        List<SentFile> classpath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        List<String> foreign,
        RequiredMachine machine) {

    public TaskOrder {
        files = List.copyOf(files);
        outputs = List.copyOf(outputs);
        checkpoints = List.copyOf(checkpoints);
        classpath = List.copyOf(classpath);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        foreign = List.copyOf(foreign);
    }
}
