package io.github.distillmaven.cluster.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.distillmaven.cluster.task.DriverCommand;
import io.github.distillmaven.cluster.task.DriverNews;
import io.github.distillmaven.worker.Assignment;
import io.github.distillmaven.worker.process.BuildConnection;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import tools.jackson.databind.json.JsonMapper;

/** Main class of the JVM that holds a build's connection to a cluster. It ends with the build. */
public final class SparkDriver {

    private static final int STOP_SECONDS = 5;
    private static final int REGISTRATION_SECONDS = 30;
    /** Spark's threads that ask a standalone master. */
    private static final String REGISTRATION_THREADS = "appclient-register-master";

    private static final int EXECUTOR_SECONDS = 20;

    private final JsonMapper json = JsonMapper.shared();
    private final Socket build;

    private SparkDriver(Socket build) {
        this.build = build;
    }

    /** @param args the path of the file that says how the build is reached */
    public static void main(String[] args) throws IOException, InterruptedException {
        // Never closed here: the end of the connection is to mean the end of this process.
        Socket build = BuildConnection.open(JsonMapper.shared().readValue(Path.of(args[0]), Assignment.class));
        new SparkDriver(build).serve();
    }

    private void serve() throws IOException, InterruptedException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(build.getInputStream(), StandardCharsets.UTF_8));
        DriverCommand.Begin begin = (DriverCommand.Begin) json.readValue(lines.readLine(), DriverCommand.class);
        SparkConf settings = new SparkConf(false);
        begin.settings().forEach(settings::set);
        Thread limit = new Thread(() -> watchRegistration(settings.get("spark.master"), begin.version()), "limit");
        limit.setDaemon(true);
        limit.start();
        ExecutorWatch watch = new ExecutorWatch(begin.cores(), this::tell);
        JavaSparkContext spark;
        try {
            spark = new JavaSparkContext(settings);
        } catch (Exception e) {
            // Also those that Scala does not declare.
            e.printStackTrace();
            limit.interrupt();
            tell(new DriverNews.Refused(
                    "Spark could not start: %s\nTry: see <options> in <cluster>, such as a port that another program uses, and the log."
                            .formatted(e.getMessage())));
            lines.readLine();
            Runtime.getRuntime().halt(1);
            return;
        }
        limit.interrupt();
        spark.sc().addSparkListener(watch);
        tell(new DriverNews.Ready(
                spark.version(),
                System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime()));
        if (!spark.isLocal()) {
            after(EXECUTOR_SECONDS, () -> warnAboutNoExecutor(spark, watch));
        }
        obey(lines, new SparkJobs(spark, this::tell));
        stop(spark);
    }

    /** Counts from when Spark asks the master: how long it takes to come so far depends on this machine. */
    private void watchRegistration(String master, String version) {
        try {
            for (int asked = 0; asked < REGISTRATION_SECONDS; asked += asks() ? 1 : 0) {
                TimeUnit.SECONDS.sleep(1);
            }
            tell(new DriverNews.Refused(
                    "%s can be reached, but has not accepted the build within %s s. It may run another version than Spark %s, which this build uses, or be overloaded.\nTry: name its version in <cluster><version> or -Ddistill.cluster.version, and see its log."
                            .formatted(master, REGISTRATION_SECONDS, version)));
        } catch (InterruptedException accepted) {
            // There is nothing to say.
        }
    }

    private static boolean asks() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(REGISTRATION_THREADS));
    }

    private void obey(BufferedReader lines, SparkJobs jobs) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                DriverCommand command = json.readValue(line, DriverCommand.class);
                if (command instanceof DriverCommand.Submit submitted) {
                    jobs.submit(submitted);
                } else if (command instanceof DriverCommand.Cancel cancelled) {
                    jobs.cancel(cancelled.task());
                }
            }
        } catch (IOException gone) {
            // A connection that broke says the same as one that was closed.
        }
    }

    /** Lets the cluster know, but waits for nobody. */
    private static void stop(JavaSparkContext spark) throws InterruptedException {
        Thread stopping = new Thread(spark::stop, "stop");
        stopping.start();
        stopping.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        Runtime.getRuntime().exit(0);
    }

    private void warnAboutNoExecutor(JavaSparkContext spark, ExecutorWatch watch) {
        if (!watch.any() && spark.sc().getExecutorMemoryStatus().size() <= 1) {
            tell(new DriverNews.Warned(
                    "The cluster has given this build no executor for %s s, and the build waits. See that its workers are registered, that they have cores and memory free (spark.executor.memory), and that they run Java 17 or newer."
                            .formatted(EXECUTOR_SECONDS)));
        }
    }

    private static Thread after(int seconds, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(seconds);
                        work.run();
                    } catch (InterruptedException inTime) {
                        // There is nothing to do.
                    }
                },
                "limit");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private synchronized void tell(DriverNews news) {
        try {
            build.getOutputStream().write((json.writeValueAsString(news) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // Its end is read from the same connection.
        }
    }
}
