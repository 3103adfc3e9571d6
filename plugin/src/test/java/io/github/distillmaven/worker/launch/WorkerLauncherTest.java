package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.TestBuild;
import io.github.distillmaven.worker.TestWorker;
import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("A worker in a JVM of its own")
class WorkerLauncherTest {

    private final List<Event> heard = new ArrayList<>();

    @TempDir
    Path folder;

    /** A test that went well leaves one that waits. */
    @BeforeEach
    @AfterEach
    void endWorkers() {
        workers().forEach(worker -> {
            worker.destroyForcibly();
            worker.onExit().join();
        });
    }

    @Test
    void itsEventsArriveInOrderAndNothingIsLeftButItsLog() throws Exception {
        run("finish");

        assertThat(heard)
                .containsExactly(
                        new Event.Started("2.18.0", List.of("CPU:0"), false, 2, "Vendor 17"),
                        new Event.Progress("label", 0, 0, 10, 10, Double.NaN, 0.5, 100),
                        new Event.Finished());
        assertThat(names(folder)).containsExactly("worker.log");
    }

    @Test
    void itAnswersTheNextRequestOfItsKindWithALogOfItsOwn() throws Exception {
        WorkerLauncher launcher = new WorkerLauncher();
        launcher.run(request("say", "first"), heard::add);
        List<ProcessHandle> first = workers().toList();

        launcher.run(request("say", "second"), heard::add);

        assertThat(workers()).containsExactlyElementsOf(first).hasSize(1);
        assertThat(heard.stream().filter(Event.Finished.class::isInstance)).hasSize(2);
        assertThat(folder.resolve("first/worker.log")).hasContent("said in first");
        assertThat(folder.resolve("second/worker.log")).hasContent("said in second");
    }

    @Test
    void oneOfAnotherKindTakesItsPlace() throws Exception {
        WorkerLauncher launcher = new WorkerLauncher();
        launcher.run(request("say", "first"), heard::add);
        List<ProcessHandle> first = workers().toList();

        launcher.run(request("finish", "second"), heard::add);

        assertThat(workers()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void oneThatDiedMeanwhileIsReplaced() throws Exception {
        WorkerLauncher launcher = new WorkerLauncher();
        launcher.run(request("say", "first"), heard::add);
        ProcessHandle first = workers().findFirst().orElseThrow();
        first.destroyForcibly();
        first.onExit().join();

        launcher.run(request("say", "second"), heard::add);

        assertThat(folder.resolve("second/worker.log")).hasContent("said in second");
    }

    @Test
    void oneThatFailedIsGone() throws Exception {
        WorkerLauncher launcher = new WorkerLauncher();

        assertThat(catchThrowable(() -> launcher.run(request("fail", "first"), heard::add)))
                .isInstanceOf(WorkerException.class);

        assertThat(workers()).isEmpty();
    }

    @Test
    void itGoesWhenNobodyAsksAnyMore() throws Exception {
        WorkerLauncher launcher =
                new WorkerLauncher(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(50));

        launcher.run(request("say", "first"), heard::add);

        for (ProcessHandle worker : workers().toList()) {
            assertThat(worker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void aFloodOnBothStreamsGoesToTheLogWhileEventsFlow() throws Exception {
        run("flood");

        // Started, 100 times Progress, Finished.
        assertThat(heard).hasSize(102);
        // 100 lines of 10,000 characters on each of two streams, each with a line end.
        assertThat(folder.resolve("worker.log"))
                .hasSize(2 * 100 * (10_000L + System.lineSeparator().length()));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        String odd = "a b \"c\" 'd' C:\\new\\table # @e\\";

        run("finish", "-Decho=" + odd);

        assertThat(heard.get(0)).isEqualTo(new Event.Started(odd, List.of("CPU:0"), false, 2, "Vendor 17"));
    }

    @Test
    void itsPathsMayHoldSpacesAndLettersOfAnyLanguage() throws Exception {
        String name = "Räume für 漢字";
        Process build = build("write", name);

        int exitCode = build.waitFor();

        assertThat(exitCode).as(Files.readString(folder.resolve("build.log"))).isZero();
    }

    @Test
    void itsOwnFailureIsTold() {
        assertThat(failure("fail")).isInstanceOf(WorkerException.class).hasMessage("""
                        train-teacher of experiment digits, seed 1: the loss is not a number after epoch 2.
                        Try: lower the learning rate.
                        Log: %s""".formatted(
                        folder.resolve("worker.log")));
    }

    @Test
    void anUnexpectedExceptionLeavesItsStackTraceInTheLog() {
        assertThat(failure("throw")).hasMessage("""
                        train-teacher of experiment digits, seed 1: java.lang.IllegalStateException: no such operation.
                        Try: see the stack trace in the log.
                        Log: %s""".formatted(folder.resolve("worker.log")));
        assertThat(folder.resolve("worker.log"))
                .content()
                .startsWith("java.lang.IllegalStateException: no such operation\n\tat " + TestWorker.class.getName());
    }

    @Test
    void aFullHeapIsToldWithItsSize() {
        assertThat(failure("fill-heap", "-Xmx32m", "-XX:+UseG1GC"))
                .hasMessage("""
                        train-teacher of experiment digits, seed 1: the worker ran out of memory, with a Java heap of at most 32 MB (Java heap space).
                        Try: give the worker a larger Java heap, for example with -Ddistill.jvmArguments=-Xmx4g.
                        Log: %s""".formatted(folder.resolve("worker.log")));
    }

    @Test
    void anEndWithoutAWordIsACrashEvenWithExitCode0() {
        assertThat(failure("exit")).hasMessage("""
                        train-teacher of experiment digits, seed 1: the worker ended in epoch 3 of 10.
                        Exit code 0: it ended without an error, but did not report that it had finished.
                        Try: see the log, and check -Ddistill.jvmArguments if you set it.
                        The log %s ends with:
                            the last words of the worker""".formatted(folder.resolve("worker.log")));
    }

    @Test
    void anEndAfterAResumptionNamesTheEpochItWentOnFrom() {
        assertThat(failure("resume")).hasMessage("""
                        train-teacher of experiment digits, seed 1: the worker ended in epoch 3 of 10.
                        Exit code 0: it ended without an error, but did not report that it had finished.
                        Try: see the log, and check -Ddistill.jvmArguments if you set it.
                        The log %s ends with:
                            the last words of the worker""".formatted(folder.resolve("worker.log")));
        assertThat(heard)
                .endsWith(new Event.Resumed(3, 10, 120, 188), new Event.Warning("The checkpoint cannot be written."));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void aKillIsExplained() {
        assertThat(failure("signal", "-Dsignal=9")).hasMessage("""
                        train-teacher of experiment digits, seed 1: the worker ended in epoch 3 of 10.
                        Exit code 137: it was killed (signal 9), most likely by the system because memory ran out, or by hand.
                        Try: end other programs, give the machine or container more memory, or lower the batch size.
                        The log %s ends with:
                            the last words of the worker""".formatted(folder.resolve("worker.log")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void aCrashInNativeCodeNamesTheReportOfTheJvm() throws IOException {
        // Without a core file, which may be large, the JVM ends with 1 instead of aborting.
        Throwable failure = failure("signal", "-Dsignal=11", "-XX:-CreateCoredumpOnCrash");

        String report = names(folder).stream()
                .filter(name -> name.startsWith("hs_err_pid"))
                .findFirst()
                .orElseThrow();
        assertThat(failure).hasMessageStartingWith("""
                        train-teacher of experiment digits, seed 1: the worker ended in epoch 3 of 10.
                        Exit code 1: native code crashed.
                        Try: delete the unpacked native libraries in %s, one may be damaged, and run it again.
                        The JVM's own report of the crash: %s
                        The log %s ends with:
                            the last words of the worker
                        """.formatted(
                        TestBuild.natives(), folder.resolve(report), folder.resolve("worker.log")));
    }

    @Test
    void aHeapThatTheMachineCannotGiveIsExplained() {
        // A petabyte: more than the address space of today's processors, 2^47 bytes for a process.
        assertThat(failure("finish", "-Xmx1024t")).hasMessageStartingWith("""
                        train-teacher of experiment digits, seed 1: the worker ended before it reached the build.
                        Exit code 1: the JVM could not get the memory that it was told to use.
                        Try: give the Java heap less than the memory that is free, for example with -Ddistill.jvmArguments=-Xmx1g.
                        The log %s ends with:
                            Error""".formatted(folder.resolve("worker.log")));
    }

    @Test
    void aJavaThatIsNotThereIsNamed() {
        WorkerLaunch launch = TestBuild.launch("finish", folder, List.of());
        Path missing = folder.resolve("no-java");
        WorkerLaunch broken = with(launch, missing, launch.jvm().classpath());

        assertThat(catchThrowable(() -> new WorkerLauncher().run(broken, heard::add)))
                .isInstanceOf(WorkerException.class)
                .hasMessageStartingWith("train-teacher of experiment digits, seed 1: the worker could not be started: ")
                .hasMessageEndingWith("""

                        Try: check that %s is a Java program and that the folder %s can be written to.""".formatted(missing, folder));
    }

    @Test
    void aListenerThatThrowsEndsTheWorker() {
        IllegalStateException thrown = new IllegalStateException("the listener gave up");

        Throwable failure =
                catchThrowable(() -> new WorkerLauncher().run(TestBuild.launch("sleep", folder, List.of()), event -> {
                    throw thrown;
                }));

        assertThat(failure).isSameAs(thrown);
        assertThat(workers()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWorker() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        List<Throwable> failures = new ArrayList<>();
        Thread build = new Thread(() -> failures.add(catchThrowable(() -> new WorkerLauncher()
                .run(TestBuild.launch("sleep", folder, List.of()), event -> {
                    if (event instanceof Event.Progress) {
                        atWork.countDown();
                    }
                }))));
        build.start();
        assertThat(atWork.await(1, TimeUnit.MINUTES)).isTrue();

        build.interrupt();
        build.join();

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).isInstanceOf(InterruptedException.class);
        assertThat(workers()).isEmpty();
    }

    @Test
    void itEndsWhenTheBuildIsKilled() throws Exception {
        Process build = build("sleep", "step");
        ProcessHandle worker = workerOf(build);

        build.destroyForcibly().waitFor();

        assertThat(worker.onExit().get(30, TimeUnit.SECONDS)).isEqualTo(worker);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void itEndsWhenTheBuildIsKilledThoughItIsStopped() throws Exception {
        Process build = build("sleep", "step");
        ProcessHandle worker = workerOf(build);
        new ProcessBuilder("kill", "-STOP", Long.toString(worker.pid())).start().waitFor();

        build.destroyForcibly().waitFor();

        assertThat(worker.onExit().get(30, TimeUnit.SECONDS)).isEqualTo(worker);
    }

    @Test
    void aDebuggerThatIsWaitedForIsNamed() {
        WorkerLaunch launch = TestBuild.launch(
                "finish", folder, List.of("-agentlib:jdwp=transport=dt_socket,server=y,address=127.0.0.1:0"));

        assertThat(catchThrowable(
                        () -> new WorkerLauncher(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3))
                                .run(launch, heard::add)))
                .hasMessageStartingWith("""
                        train-teacher of experiment digits, seed 1: the worker did not connect within 3 s.
                        Try: attach the debugger sooner, or set suspend=n in <jvmArguments>: its JVM waits for one before it runs.
                        The log %s ends with:
                            Listening for transport dt_socket at address:""".formatted(folder.resolve("worker.log")));
    }

    @Test
    void aJarThatWasTruncatedIsNamedBeforeAnythingStarts() throws IOException {
        Path jar = folder.resolve("tensorflow-core-api-1.1.0.jar");
        // The first bytes of any zip, and nothing else.
        Files.write(jar, new byte[] {'P', 'K', 3, 4});
        WorkerLaunch launch = TestBuild.launch("finish", folder, List.of());
        WorkerLaunch broken = with(launch, launch.jvm().java(), List.of(jar));

        assertThat(catchThrowable(() -> new WorkerLauncher().run(broken, heard::add)))
                .hasMessage("""
                        The jar %s cannot be read: zip END header not found.
                        Try: delete it and run the build again; Maven then downloads it anew.""".formatted(jar));
    }

    @Test
    void argumentsThatTheSystemCannotWriteAreRefused() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        TestBuild.java().toString(), TestBuild.class.getName(), "finish", "step", "-Dname=M\\u00FCller")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("build.log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("LC_ALL", "C");

        builder.start().waitFor();

        // How the letter itself arrives here is up to the Java that prints it.
        assertThat(folder.resolve("build.log"))
                .content()
                .contains(
                        "train-teacher of experiment digits, seed 1: the worker could not be started: US-ASCII cannot write the argument '-Dname=M")
                .contains("""
                        ller', and it is the encoding of this system.
                        Try: set a locale with UTF-8, for example LC_ALL=C.UTF-8, or use plain letters in <jvmArguments>.""");
    }

    private static WorkerLaunch with(WorkerLaunch launch, Path java, List<Path> classpath) {
        WorkerJvm jvm = launch.jvm();
        return new WorkerLaunch(
                new WorkerJvm(java, classpath, jvm.mainClass(), jvm.arguments(), jvm.environment(), jvm.foreign()),
                launch.folder(),
                launch.request(),
                launch.log(),
                launch.label());
    }

    /** A build in a JVM of its own, in a locale whose file names hold any letter. */
    private Process build(String behaviour, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        TestBuild.java().toString(), TestBuild.class.getName(), behaviour, name)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("build.log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private ProcessHandle workerOf(Process build) throws IOException, InterruptedException {
        Path log = folder.resolve("step/worker.log");
        while (!Files.exists(log) || !Files.readString(log).contains(TestWorker.LAST_WORDS)) {
            assertThat(build.isAlive()).as("the build lives").isTrue();
            Thread.sleep(50);
        }
        return build.children().filter(WorkerLauncherTest::isJava).findFirst().orElseThrow();
    }

    private static Stream<ProcessHandle> workers() {
        return ProcessHandle.current().children().filter(WorkerLauncherTest::isJava);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").contains("java");
    }

    /** A request with a log in a folder of its own. */
    private WorkerLaunch request(String behaviour, String name) throws IOException {
        WorkerLaunch launch = TestBuild.launch(behaviour, Files.createDirectory(folder.resolve(name)), List.of());
        return new WorkerLaunch(launch.jvm(), folder, launch.request(), launch.log(), launch.label());
    }

    private void run(String behaviour, String... jvmArguments) throws WorkerException, InterruptedException {
        new WorkerLauncher().run(TestBuild.launch(behaviour, folder, List.of(jvmArguments)), heard::add);
    }

    private Throwable failure(String behaviour, String... jvmArguments) {
        return catchThrowable(() -> run(behaviour, jvmArguments));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
