package io.github.distillmaven.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

import io.github.distillmaven.cluster.start.ExecutorFolder;
import io.github.distillmaven.cluster.task.DriverCommand;
import io.github.distillmaven.cluster.task.RequiredMachine;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.launch.JvmLaunch;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerListener;

/** A cluster that does tasks for the build: its driver, and where executors ask. */
final class OpenCluster implements Closeable {

    private static final String MAIN_CLASS = "io.github.distillmaven.cluster.spark.SparkDriver";
    private static final String LOG = "spark.log";
    private static final String DRIVER_MEMORY = "-Xmx1g";

    /** What Spark reaches into, as {@code JavaModuleOptions} has it. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final TaskServer server;
    private final TaskEngine engine;
    private final TaskFiles files;
    private final Path folder;
    private final ClusterLog log;
    /** Loaded now: when Maven's JVM ends, its class loaders are closed before this is. */
    private final Consumer<Path> deletion = ExecutorFolder::delete;

    OpenCluster(TaskServer server, TaskEngine engine, TaskFiles files, Path folder, ClusterLog log) {
        this.server = server;
        this.engine = engine;
        this.files = files;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Opens one.
     *
     * @param place the driver's log is there, and what is needed meanwhile
     */
    static OpenCluster start(ClusterSettings settings, ClusterHost host, Path place, ClusterLog log)
            throws WorkerException, IOException, InterruptedException {
        settings.requireCores(host.processors());
        String own = ReachableMaster.ownHost(settings.cluster());
        boolean loopback = InetAddress.getByName(own).isLoopbackAddress();
        List<Path> classpath = new ArrayList<>(host.classpath());
        classpath.addAll(host.spark().resolve(settings.cluster()));
        Path folder = ExecutorFolder.create(Files.createDirectories(place.toAbsolutePath()), "spark-");
        TaskFiles files = new TaskFiles(folder);
        TaskServer server = TaskServer.open(own, files.classpath(host.classpath()), folder, log::debug);
        boolean started = false;
        try {
            DriverCommand.Begin begin = new DriverCommand.Begin(
                    settings.cluster().version(),
                    settings.all(own, loopback, host.processors(), EngineJar.write(folder), folder),
                    settings.threads());
            DriverProcess driver = DriverProcess.start(
                    new JvmLaunch(
                            new WorkerJvm(
                                    host.java(),
                                    classpath,
                                    MAIN_CLASS,
                                    options(folder),
                                    Map.of(),
                                    List.of("SPARK_", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")),
                            folder,
                            place.resolve(LOG),
                            "cluster " + settings.cluster().master(),
                            "driver"),
                    begin,
                    new Heard(server),
                    log);
            started = true;
            return new OpenCluster(server, driver, files, folder, log);
        } finally {
            if (!started) {
                server.close();
                ExecutorFolder.delete(folder);
            }
        }
    }

    private static List<String> options(Path folder) {
        List<String> options = new ArrayList<>(List.of(DRIVER_MEMORY, "-Djava.io.tmpdir=" + folder));
        for (String opened : OPENED) {
            options.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        return options;
    }

    private record Heard(TaskServer server) implements TaskEngine.Listener {

        @Override
        public void ended(String task, String problem) {
            server.happened(task, new Happening.Over(problem));
        }

        @Override
        public void gone(String problem) {
            server.happened(new Happening.Gone(problem));
        }
    }

    /**
     * Has a request answered.
     *
     * @param machine what executors have to run on
     */
    SortedMap<String, String> run(WorkerLaunch launch, RequiredMachine machine, WorkerListener listener)
            throws WorkerException, IOException, InterruptedException {
        RunningTask task = new RunningTask(launch, machine, files, log);
        server.add(task);
        try {
            engine.submit(server.ticket(task), launch.label());
            if (!engine.isAlive()) {
                throw new WorkerException(launch.label() + ": the cluster's driver has ended.");
            }
            return task.follow(listener);
        } finally {
            engine.cancel(task.id());
            task.close();
            server.remove(task);
        }
    }

    boolean isAlive() {
        return engine.isAlive();
    }

    @Override
    public void close() throws IOException {
        server.close();
        engine.close();
        deletion.accept(folder);
    }
}
