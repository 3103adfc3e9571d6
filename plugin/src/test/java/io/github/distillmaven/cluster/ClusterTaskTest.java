package io.github.distillmaven.cluster;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.distillmaven.cluster.executor.FakeExecutor;
import io.github.distillmaven.cluster.start.TaskTicket;
import io.github.distillmaven.cluster.task.RequiredMachine;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerLostException;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerListener;
import io.github.distillmaven.worker.launch.Workers;
import io.github.distillmaven.worker.runtime.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("A request that a cluster answers")
class ClusterTaskTest {

    private static final Predicate<Path> ALL = path -> true;
    private static final Predicate<Path> NOTHING = path -> false;
    private static final Event STARTED = new Event.Started("2.18.0", List.of("CPU:0"), false, 1, "Vendor 17");

    private final List<Event> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> warned = Collections.synchronizedList(new ArrayList<>());
    private final ClusterLog log = new ClusterLog() {
        @Override
        public void info(String text) {}

        @Override
        public void warn(String text) {
            warned.add(text);
        }

        @Override
        public void debug(String text) {}
    };
    private final RequiredMachine here = RequiredMachine.of(
            Processor.detect().instructionSets().isEmpty()
                    ? Processor.detect().architecture()
                    : ValueType.canonical(Processor.detect().instructionSets().get(0)),
            Optional.empty());

    @TempDir
    Path folder;

    private Path build;
    private TaskFiles files;
    private TaskServer server;

    @BeforeEach
    void writeInputs() throws Exception {
        build = Files.createDirectories(folder.resolve("build"));
        Files.createDirectories(build.resolve("output/prepared"));
        Files.createDirectories(build.resolve("teacher/model/variables"));
        Files.writeString(build.resolve("teacher/model/network.json"), "network");
        Files.writeString(build.resolve("teacher/model/variables/variables.data"), "weights");
        Files.writeString(build.resolve("output/prepared/values.npy"), "values");
        Files.writeString(build.resolve("tensorflow.jar"), "jar");
        files = new TaskFiles(build.resolve("cluster"));
        Path agent = Files.writeString(build.resolve("agent.jar"), "what does tasks");
        server = TaskServer.open("127.0.0.1", files.classpath(List.of(agent)), build.resolve("cluster"), log::debug);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void leavesWhatAWorkerHereWouldHaveWritten() throws Exception {
        SortedMap<String, String> facts = run(executor("host-a, executor 0", NOTHING, ClusterTaskTest::answer));

        assertThat(build.resolve("output/predictions.csv")).hasContent("network weights values");
        assertThat(build.resolve("worker.log")).hasContent("native output");
        assertThat(heard).containsExactly(STARTED, new Event.Finished());
        assertThat(facts).containsEntry("host", "host-a").containsKeys("processor", "operatingSystem");
        assertThat(names(build))
                .containsExactlyInAnyOrder("agent.jar", "cluster", "output", "teacher", "tensorflow.jar", "worker.log");
    }

    @Test
    void copiesNothingThatAnExecutorSees() throws Exception {
        run(executor("host-a, executor 0", ALL, (launch, listener) -> {
            WorkerRequest.Label label = (WorkerRequest.Label) launch.request();
            assertThat(label.model()).isEqualTo(build.resolve("teacher/model"));
            assertThat(label.inputs().files()).containsExactly(build.resolve("output/prepared/values.npy"));
            assertThat(label.output()).startsWith(folder.resolve("host-a, executor 0"));
            assertThat(launch.jvm().classpath()).containsExactly(build.resolve("tensorflow.jar"));
            return answer(launch, listener);
        }));

        assertThat(build.resolve("output/predictions.csv")).hasContent("network weights values");
    }

    @Test
    void asksForAFileOnceForAllTasksOfAnExecutor() throws Exception {
        Path first = folder.resolve("a");
        run(new FakeExecutor("a", first, NOTHING, ClusterTaskTest::answer));
        try (Stream<Path> kept = Files.walk(first.resolve("files"))) {
            // Two jars, two files of the model, the values.
            assertThat(kept.filter(Files::isRegularFile)).hasSize(5);
        }
        Files.delete(build.resolve("teacher/model/network.json"));
        Files.writeString(build.resolve("teacher/model/network.json"), "network");

        run(new FakeExecutor("a", first, NOTHING, ClusterTaskTest::answer));

        assertThat(build.resolve("output/predictions.csv")).hasContent("network weights values");
    }

    @Test
    void isAnsweredElsewhereWhenAWorkerIsLost() throws Exception {
        SortedMap<String, String> facts = run(
                executor("host-a, executor 0", NOTHING, (launch, listener) -> {
                    listener.hear(STARTED);
                    throw new WorkerLostException("killed");
                }),
                executor("host-b, executor 1", NOTHING, ClusterTaskTest::answer));

        assertThat(facts).containsEntry("host", "host-b");
        assertThat(warned)
                .containsExactly("train-teacher: the worker on host-a, executor 0 was lost. The step runs again.");
        assertThat(heard).containsExactly(STARTED, STARTED, new Event.Finished());
        assertThat(build.resolve("output/predictions.csv")).hasContent("network weights values");
    }

    @Test
    void failsAtOnceWithTheWorkersWordsAndTheHost() {
        FakeExecutor next = executor("host-b, executor 1", NOTHING, ClusterTaskTest::answer);

        assertThat(catchThrowable(() -> run(
                        executor("host-a, executor 0", NOTHING, (launch, listener) -> {
                            throw new WorkerException("train-teacher: %s is empty.\nLog: %s"
                                    .formatted(((WorkerRequest.Label) launch.request()).model(), launch.log()));
                        }),
                        next)))
                .isInstanceOf(WorkerException.class)
                .hasMessage("train-teacher: %s is empty.\nLog: %s\nHost: host-a, executor 0"
                        .formatted(build.resolve("teacher/model"), build.resolve("worker.log")));
        assertThat(next.orders()).isEmpty();
    }

    @Test
    void failsWhenItsWorkersWereLostTooOften() {
        FakeExecutor loses = executor("host-a, executor 0", NOTHING, (launch, listener) -> {
            throw new WorkerLostException("train-teacher: killed.");
        });

        assertThat(catchThrowable(() -> run(loses, loses)))
                .hasMessage("train-teacher: killed.\nHost: host-a, executor 0\nThe cluster tried it several times.");
    }

    @Test
    void failsWithTheEnginesWordsWhenNoExecutorCame() {
        assertThat(catchThrowable(this::run)).hasMessage("""
                        train-teacher: the cluster gave up. It says: no executor is left
                        Try: see that executors can connect to this machine, and that their disks are not full.""");
    }

    @Test
    void failsOnAnExecutorThatComputesOtherDigits() {
        RequiredMachine other = new RequiredMachine(RequiredMachine.platformHere(), here.instructionSet(), "Other/1/2");

        assertThat(catchThrowable(() -> run(other, executor("host-a, executor 0", NOTHING, ClusterTaskTest::answer))))
                .hasMessage("""
                        train-teacher: this executor cannot be used: its processor is %s (%s), but the keys of the results stand for Other/1/2, which may compute other last digits.
                        Try: name an instruction set that all executors have, such as -Ddistill.instructionSet=%s; results of other models count as the same then.
                        Host: host-a, executor 0""", Processor.detect().name(), Processor.detect().model(), here.instructionSet());
    }

    @Test
    void takesTheFirstOfTwoThatAreAtItAtTheSameTime() throws Exception {
        CountDownLatch slowIsAtIt = new CountDownLatch(1);
        CountDownLatch slowIsEnded = new CountDownLatch(1);
        FakeExecutor slow = executor("slow, executor 0", NOTHING, (launch, listener) -> {
            slowIsAtIt.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts");
            } finally {
                slowIsEnded.countDown();
            }
        });
        FakeExecutor fast = executor("fast, executor 1", NOTHING, ClusterTaskTest::answer);
        OpenCluster cluster = new OpenCluster(server, new TwoAtOnce(slow, slowIsAtIt, fast), files, build, log);

        SortedMap<String, String> facts = cluster.run(launch(), here, heard::add);

        assertThat(facts).containsEntry("host", "fast");
        slowIsEnded.await();
    }

    private record TwoAtOnce(FakeExecutor slow, CountDownLatch slowIsAtIt, FakeExecutor fast) implements TaskEngine {

        @Override
        public void submit(TaskTicket ticket, String label) {
            start(slow, ticket);
            try {
                slowIsAtIt.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            start(fast, ticket);
        }

        private static void start(FakeExecutor executor, TaskTicket ticket) {
            new Thread(() -> {
                        try {
                            executor.run(ticket);
                        } catch (IOException ended) {
                            // The slow one is.
                        }
                    })
                    .start();
        }

        @Override
        public void cancel(String task) {}

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void isNotToldToStrangers() throws Exception {
        RunningTask task = new RunningTask(launch(), here, files, log);
        server.add(task);
        TaskTicket ticket = server.ticket(task);
        try (Socket stranger = new Socket(ticket.host(), ticket.port())) {
            DataOutputStream out = new DataOutputStream(stranger.getOutputStream());
            out.writeUTF("guessed");

            assertThat(stranger.getInputStream().read()).isNegative();
        }
    }

    @Test
    void endsWithTheEngine() {
        TaskEngine dies = new FakeEngine() {
            @Override
            public void submit(TaskTicket ticket, String label) {
                ClusterTaskTest.this.server.happened(new Happening.Gone("the driver ended."));
            }
        };

        assertThat(catchThrowable(
                        () -> new OpenCluster(server, dies, files, build, log).run(launch(), here, heard::add)))
                .hasMessage("train-teacher: the driver ended.");
    }

    private FakeExecutor executor(String name, Predicate<Path> sees, Workers workers) {
        return new FakeExecutor(name, folder.resolve(name), sees, workers);
    }

    private SortedMap<String, String> run(FakeExecutor... executors) throws Exception {
        return run(here, executors);
    }

    private SortedMap<String, String> run(RequiredMachine machine, FakeExecutor... executors) throws Exception {
        FakeEngine engine = new FakeEngine(executors);
        engine.server = server;
        SortedMap<String, String> facts =
                new OpenCluster(server, engine, files, build, log).run(launch(), machine, heard::add);
        assertThat(engine.cancelled).hasSize(1);
        return facts;
    }

    /** A worker that reads all that the request speaks of. */
    private static SortedMap<String, String> answer(WorkerLaunch launch, WorkerListener listener)
            throws WorkerException {
        WorkerRequest.Label label = (WorkerRequest.Label) launch.request();
        listener.hear(STARTED);
        try {
            assertThat(launch.jvm().classpath().get(0)).hasContent("jar");
            Files.writeString(launch.log(), "native output");
            Files.writeString(
                    label.output().resolve("predictions.csv"),
                    Files.readString(label.model().resolve("network.json")) + " "
                            + Files.readString(label.model().resolve("variables/variables.data")) + " "
                            + Files.readString(label.inputs().files().get(0)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        listener.hear(new Event.Finished());
        return Collections.emptySortedMap();
    }

    private WorkerLaunch launch() {
        return new WorkerLaunch(
                new WorkerJvm(
                        Path.of("java"),
                        List.of(build.resolve("tensorflow.jar")),
                        "Main",
                        List.of("-Xmx1g"),
                        Map.of("TF_NUM_INTRAOP_THREADS", "1"),
                        List.of("TF_")),
                build,
                new WorkerRequest.Label(
                        build.resolve("teacher/model"),
                        ExampleFiles.withoutTargets(build.resolve("output/prepared/values.npy")),
                        new Moments(List.of(0.5), List.of(0.25)),
                        false,
                        Optional.empty(),
                        build.resolve("output")),
                build.resolve("worker.log"),
                "train-teacher");
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
