package io.github.distillmaven.cluster.executor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.distillmaven.cluster.start.ExecutorFolder;
import io.github.distillmaven.cluster.start.Wire;
import io.github.distillmaven.cluster.task.RequestPaths;
import io.github.distillmaven.cluster.task.RequiredMachine;
import io.github.distillmaven.cluster.task.TaskEnd;
import io.github.distillmaven.cluster.task.TaskOrder;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.DiskFailure;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerLostException;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerLauncher;
import io.github.distillmaven.worker.launch.Workers;
import io.github.distillmaven.worker.runtime.Processor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does one task on an executor: has its request answered by a worker, as the build does on its own machine, and tells the build. When the
 * build goes, so does the worker.
 */
public final class TaskAgent {

    private static final String LOG = "worker.log";

    /** Its workers wait for the next task of this executor. */
    private static final Workers WORKERS = new WorkerLauncher();

    private final TaskOrder order;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ExecutorFolder executor;
    private final Workers workers;

    /**
     * @param order what is to be done
     * @param in the connection to the build, of which the order was read
     * @param workers answer the request
     */
    TaskAgent(TaskOrder order, DataInputStream in, DataOutputStream out, ExecutorFolder executor, Workers workers) {
        this.order = order;
        this.in = in;
        this.out = out;
        this.executor = executor;
        this.workers = workers;
    }

    /**
     * Called by name, from another class loader.
     *
     * @param order what is to be done, as JSON
     * @param in the connection, of which that was read
     * @param folder of the executor
     * @throws IOException if the task may succeed elsewhere, or later
     */
    public static void run(String order, DataInputStream in, DataOutputStream out, Path folder) throws IOException {
        TaskOrder read = JsonMapper.shared().readValue(order, TaskOrder.class);
        new TaskAgent(read, in, out, new ExecutorFolder(folder), WORKERS).work();
    }

    /** Works until the build knows how it ended. */
    void work() throws IOException {
        Processor processor = Processor.detect();
        Optional<String> refusal = order.machine().refusal(RequiredMachine.platformHere(), processor);
        if (refusal.isPresent()) {
            end(TaskEnd.How.FAILED, order.label() + ": this executor cannot be used: " + refusal.get());
            confirmed();
            return;
        }
        Path own = null;
        try {
            own = Files.createTempDirectory(executor.path(), "task");
            work(own);
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof UncheckedIOException wrapped
                    ? Objects.requireNonNull(wrapped.getCause())
                    : (IOException) e;
            Optional<DiskFailure> disk = DiskFailure.of(cause);
            if (disk.isEmpty()) {
                throw cause;
            }
            end(
                    TaskEnd.How.FAILED,
                    "%s: the disk of %s on the executor's machine %s.\nTry: %s, or let the executors use another one with spark.executor.extraJavaOptions=-Djava.io.tmpdir=<folder> in <cluster><options>."
                            .formatted(
                                    order.label(),
                                    executor.path(),
                                    disk.get().state(),
                                    disk.get().hint()));
            confirmed();
        } finally {
            if (own != null) {
                ExecutorFolder.delete(own);
            }
        }
    }

    private void work(Path own) throws IOException {
        TaskInputs inputs = new TaskInputs(order, executor, own, in, out);
        List<Path> classpath = inputs.classpath();
        inputs.fetch();
        WorkerRequest request = RequestPaths.read(order.request(), inputs::place);
        Path logs = Files.createDirectories(own.resolve("log"));
        Path log = logs.resolve(LOG);
        WorkerLaunch launch = new WorkerLaunch(
                new WorkerJvm(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        classpath,
                        order.mainClass(),
                        order.arguments(),
                        order.environment(),
                        order.foreign()),
                executor.path().resolve("workers"),
                request,
                log,
                order.label());
        CountDownLatch confirmed = new CountDownLatch(1);
        Thread task = Thread.currentThread();
        Thread watch = new Thread(() -> watch(task, confirmed), "watch-build");
        watch.setDaemon(true);
        watch.start();
        try {
            workers.run(launch, this::tell);
            for (int i = 0; i < order.outputs().size(); i++) {
                send("output/" + i, inputs.place(Path.of(order.outputs().get(i))));
            }
            send("log", logs);
            end(TaskEnd.How.DONE, "");
            confirmed.await();
        } catch (WorkerException e) {
            boolean lost = e instanceof WorkerLostException;
            String message = inputs.translated(String.valueOf(e.getMessage()).replace(log.toString(), order.log()));
            send("log", logs);
            end(lost ? TaskEnd.How.LOST : TaskEnd.How.FAILED, message);
            await(confirmed);
            if (lost) {
                throw new IOException(message, e);
            }
        } catch (InterruptedException e) {
            throw new IOException("the build ended the task, or has gone", e);
        }
    }

    private static void await(CountDownLatch confirmed) throws IOException {
        try {
            confirmed.await();
        } catch (InterruptedException e) {
            throw new IOException("the build ended the task, or has gone", e);
        }
    }

    /** The build says one thing while a worker is at work: that it knows how it ended. */
    private void watch(Thread task, CountDownLatch confirmed) {
        try {
            if (in.read() >= 0) {
                confirmed.countDown();
                return;
            }
        } catch (IOException gone) {
            // As if it had ended the connection.
        }
        task.interrupt();
    }

    private void confirmed() throws IOException {
        if (in.read() < 0) {
            throw new IOException("the build has gone");
        }
    }

    private void tell(Event event) throws WorkerException {
        try {
            out.writeByte(Wire.EVENT);
            Wire.text(out, JsonMapper.shared().writeValueAsString(event));
            out.flush();
        } catch (IOException e) {
            throw new WorkerLostException("the build has gone");
        }
    }

    /** Sends the files of a folder. */
    private void send(String name, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            out.writeByte(Wire.FILE);
            Wire.text(out, name + "/" + folder.relativize(file).toString().replace('\\', '/'));
            Wire.file(out, file);
            out.writeUTF(Digests.ofFile(file));
        }
    }

    private void end(TaskEnd.How outcome, String message) throws IOException {
        out.writeByte(Wire.ENDED);
        Wire.text(out, JsonMapper.shared().writeValueAsString(new TaskEnd(outcome, message, machine())));
        out.flush();
    }

    private static SortedMap<String, String> machine() {
        SortedMap<String, String> machine = new TreeMap<>();
        machine.put("processor", Processor.detect().name());
        machine.put(
                "operatingSystem",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return machine;
    }
}
