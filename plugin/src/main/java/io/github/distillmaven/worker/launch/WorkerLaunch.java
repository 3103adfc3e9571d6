package io.github.distillmaven.worker.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.distillmaven.worker.WorkerRequest;

/**
 * All that one worker is started with.
 *
 * @param java the {@code java} program, of Java 17 or newer
 * @param classpath the plugin with its libraries, and the TensorFlow runtime
 * @param mainClass a class whose {@code main} calls {@code WorkerProcess#run}
 * @param request what is asked
 * @param jvmArguments options of the JVM, such as {@code -Xmx4g}; relative paths in them start at the log's folder
 * @param environment variables that are set or replaced; all others are those of the build, but for the foreign ones
 * @param foreign beginnings of the names of variables that the worker does not get from the build
 * @param log the file that both native streams go to; its folder exists, and is where the worker runs
 * @param label names the work in messages, such as {@code train-teacher of experiment fashion-to-mnist, seed 1}
 */
public record WorkerLaunch(
        Path java,
        List<Path> classpath,
        String mainClass,
        WorkerRequest request,
        List<String> jvmArguments,
        Map<String, String> environment,
        List<String> foreign,
        Path log,
        String label) {

    public WorkerLaunch {
        java = java.toAbsolutePath();
        classpath = List.copyOf(classpath);
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
        foreign = List.copyOf(foreign);
        log = log.toAbsolutePath();
    }

    /** Where the worker runs: the folder of its log. */
    Path folder() {
        return Objects.requireNonNull(log.getParent());
    }
}
