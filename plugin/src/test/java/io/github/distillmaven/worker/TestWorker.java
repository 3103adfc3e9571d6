package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.worker.process.EventSink;
import io.github.distillmaven.worker.process.WorkerFailure;
import io.github.distillmaven.worker.process.WorkerProcess;

/** A worker without TensorFlow: does what the system property {@code behaviour} says. */
public final class TestWorker {

    public static final String LAST_WORDS = "the last words of the worker";

    private TestWorker() {}

    public static void main(String[] args) {
        WorkerProcess.run(args, TestWorker::work);
    }

    private static void work(WorkerRequest request, EventSink events) throws Exception {
        events.send(new Event.Started(System.getProperty("echo", "2.18.0"), List.of("CPU:0"), false, 2, "Vendor 17"));
        switch (System.getProperty("behaviour")) {
            case "finish" -> events.send(new Event.Progress("label", 0, 0, 10, 10, Double.NaN, 0.5, 100));
            case "write" -> Files.writeString(request.output().resolve("result.json"), "{}");
            case "say" -> System.out.println("said in " + request.output().getFileName());
            case "flood" -> flood(events);
            case "fail" ->
                throw new WorkerFailure(
                        FailureKind.DIVERGED, "the loss is not a number after epoch 2", "lower the learning rate");
            case "resume" -> resume(events);
            case "fill-heap" -> fillHeap();
            case "throw" -> throw new IllegalStateException("no such operation");
            default -> vanish(events);
        }
    }

    private static void resume(EventSink events) {
        events.send(new Event.Resumed(3, 10, 120, 188));
        events.send(new Event.Warning("The checkpoint cannot be written."));
        System.out.println(LAST_WORDS);
        System.exit(0);
    }

    private static void vanish(EventSink events) throws Exception {
        System.out.println(LAST_WORDS);
        events.send(new Event.Progress("train", 3, 10, 64, 128, 0.25, 0.9, 100));
        switch (System.getProperty("behaviour")) {
            case "exit" -> System.exit(0);
            case "signal" -> signal(System.getProperty("signal"));
            default -> Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static void signal(String number) throws IOException, InterruptedException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-" + number, pid).start();
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void flood(EventSink events) {
        // More than the pipes of any system hold: a stream that nobody reads would block here.
        String line = "x".repeat(10_000);
        for (int done = 1; done <= 100; done++) {
            System.out.println(line);
            System.err.println(line);
            events.send(new Event.Progress("train", 1, 1, done, 100, 0.25, 0.9, 100));
        }
    }

    private static void fillHeap() {
        List<byte[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new byte[1024 * 1024]);
        }
    }
}
