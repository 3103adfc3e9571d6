package io.github.distillmaven.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerLauncher;

/**
 * Launches {@link TestWorker}, in the JVM of a test or in one of its own:
 * {@code TestBuild <behaviour> <folder to create in the working directory> [<argument of the worker's JVM>...]}.
 */
public final class TestBuild {

    private TestBuild() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectory(Path.of("").toAbsolutePath().resolve(args[1]));
        List<String> jvmArguments = Arrays.asList(args).subList(2, args.length);
        // An argument of this program would have to survive the encoding that it is to show.
        jvmArguments = jvmArguments.stream()
                .map(argument -> argument.replace("\\u00FC", "\u00FC"))
                .toList();
        new WorkerLauncher().run(launch(args[0], folder, jvmArguments), event -> {});
        if (args[0].equals("write") && !Files.exists(folder.resolve("result.json"))) {
            throw new IllegalStateException("the worker wrote nothing");
        }
    }

    public static WorkerLaunch launch(String behaviour, Path folder, List<String> jvmArguments) {
        List<String> arguments = new ArrayList<>(List.of("-Dbehaviour=" + behaviour, "-XX:TieredStopAtLevel=1"));
        arguments.addAll(jvmArguments);
        return new WorkerLaunch(
                new WorkerJvm(java(), classpath(), TestWorker.class.getName(), arguments, Map.of(), List.of()),
                folder,
                new WorkerRequest.Label(
                        folder,
                        new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of(folder)),
                        new Moments(List.of(0.5), List.of(0.25)),
                        false,
                        Optional.empty(),
                        folder),
                folder.resolve("worker.log"),
                "train-teacher of experiment digits, seed 1");
    }

    /** Where the workers of this user unpack native libraries. */
    public static Path natives() {
        return Path.of(System.getProperty("user.home"), ".javacpp", "cache");
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static List<Path> classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
