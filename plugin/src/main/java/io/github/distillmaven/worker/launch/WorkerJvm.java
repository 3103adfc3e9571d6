package io.github.distillmaven.worker.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the JVM of a worker is started with. Workers that were started with the same are as good as each other.
 *
 * @param java the {@code java} program, of Java 17 or newer
 * @param classpath the plugin with its libraries, and the TensorFlow runtime
 * @param mainClass a class whose {@code main} calls {@code WorkerProcess#run}
 * @param arguments options of the JVM, such as {@code -Xmx4g}; relative paths in them start at {@link WorkerLaunch#folder()}
 * @param environment variables that are set or replaced; all others are those of the build, but for the foreign ones
 * @param foreign beginnings of the names of variables that the worker does not get from the build
 */
public record WorkerJvm(
        Path java,
        List<Path> classpath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        List<String> foreign) {

    public WorkerJvm {
        java = java.toAbsolutePath();
        classpath = List.copyOf(classpath);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        foreign = List.copyOf(foreign);
    }
}
