package io.github.distillmaven.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.distillmaven.cluster.start.TaskTicket;
import io.github.distillmaven.cluster.task.DriverCommand;
import io.github.distillmaven.cluster.task.DriverNews;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.launch.ConnectedJvm;
import io.github.distillmaven.worker.launch.JvmLaunch;

/** The driver of Apache Spark, in a JVM of its own, which ends with the build. */
final class DriverProcess implements TaskEngine {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration END_LIMIT = Duration.ofSeconds(8);

    private final JvmLaunch launch;
    private final ConnectedJvm driver;
    private final Listener listener;
    private final ClusterLog log;
    private final CompletableFuture<DriverNews.Ready> ready = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile boolean useless;

    private DriverProcess(JvmLaunch launch, ConnectedJvm driver, Listener listener, ClusterLog log) {
        this.launch = launch;
        this.driver = driver;
        this.listener = listener;
        this.log = log;
    }

    /**
     * Starts one and waits until it is connected to the cluster.
     *
     * @throws WorkerException if it does not come so far
     */
    static DriverProcess start(JvmLaunch launch, DriverCommand.Begin begin, Listener listener, ClusterLog log)
            throws WorkerException, InterruptedException {
        DriverProcess process = new DriverProcess(launch, ConnectedJvm.start(launch, START_LIMIT), listener, log);
        process.driver.send(begin);
        Thread reader = new Thread(process::read, "read-driver");
        reader.setDaemon(true);
        reader.start();
        boolean started = false;
        try {
            DriverNews.Ready news = process.ready.get();
            log.info("%s: Spark %s is ready, %s ms after the driver's start"
                    .formatted(launch.label(), news.version(), news.millis()));
            started = true;
            return process;
        } catch (ExecutionException e) {
            throw new WorkerException(
                    String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
        } finally {
            if (!started) {
                process.closeQuietly();
            }
        }
    }

    private void read() {
        try {
            Optional<DriverNews> news = driver.next(DriverNews.class);
            while (news.isPresent()) {
                hear(news.get());
                news = driver.next(DriverNews.class);
            }
            if (!closing) {
                WorkerException ended = driver.ended(END_LIMIT);
                gone(String.valueOf(ended.getMessage()));
            }
        } catch (InterruptedException | IOException e) {
            gone(launch.label() + ": the connection to the driver broke: " + e.getMessage());
        }
    }

    private void hear(DriverNews news) {
        if (news instanceof DriverNews.Ready said) {
            ready.complete(said);
        } else if (news instanceof DriverNews.Warned warned) {
            log.warn(launch.label() + ": " + warned.message());
        } else if (news instanceof DriverNews.Ended ended) {
            listener.ended(ended.task(), ended.problem() + "\nLog: " + launch.log());
        } else if (news instanceof DriverNews.Refused refused) {
            gone(refused.message() + "\nLog: " + launch.log());
        }
    }

    private void gone(String problem) {
        useless = true;
        ready.completeExceptionally(new WorkerException(problem));
        listener.gone(problem);
    }

    @Override
    public void submit(TaskTicket ticket, String label) {
        driver.send(new DriverCommand.Submit(ticket, label));
    }

    @Override
    public void cancel(String task) {
        driver.send(new DriverCommand.Cancel(task));
    }

    @Override
    public boolean isAlive() {
        return !useless && driver.isAlive();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            log.warn(launch.label() + ": the driver could not be ended: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        try {
            driver.end(END_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
