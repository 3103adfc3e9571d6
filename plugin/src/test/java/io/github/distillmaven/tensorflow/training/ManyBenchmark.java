package io.github.distillmaven.tensorflow.training;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.TensorFlowWorker;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerLauncher;
import org.apache.commons.io.file.PathUtils;

/**
 * Compares students of one dense network side by side in one graph with as many single trainings, one after the other: in one worker, and
 * each in a worker of its own, as builds do. Workers are whole processes, with what builds give them.
 */
final class ManyBenchmark {

    private static final int EXAMPLES = 10_000;
    private static final int TEST_EXAMPLES = 2_000;
    private static final int EPOCHS = 5;
    /** Trainings that get workers of their own: what a start costs does not depend on their number. */
    private static final int MOST_WORKERS = 4;

    /** As many as builds put side by side in one group. */
    private static final int PLACES = 4;

    private final String network;
    private final int threads;
    private final Path folder;
    private final ExampleFiles examples;
    private final ExampleFiles test;

    private ManyBenchmark(String network, int threads, Path folder) throws IOException {
        this.network = network;
        this.threads = threads;
        this.folder = folder;
        examples = RandomImages.write(EXAMPLES, folder, "examples");
        test = RandomImages.write(TEST_EXAMPLES, folder, "test");
    }

    /**
     * Compares.
     *
     * @param network id of a dense one
     * @param students how many, one comparison after the other
     * @param rounds of each
     * @param threads that each worker computes with
     */
    static void run(String network, List<Integer> students, int rounds, int threads)
            throws IOException, InterruptedException, WorkerException {
        Path folder = Files.createTempDirectory("distill-benchmark");
        try {
            ManyBenchmark benchmark = new ManyBenchmark(network, threads, folder);
            for (int count : students) {
                benchmark.compare(count, rounds);
            }
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    /** What a number of trainings took: wall time, and that of processors. */
    private record Cost(double seconds, double processorSeconds) {

        Cost per(int trainings) {
            return new Cost(seconds / trainings, processorSeconds / trainings);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f s (%.3f s of processors)", seconds, processorSeconds);
        }
    }

    private void compare(int students, int rounds) throws IOException, InterruptedException, WorkerException {
        double[] wall = new double[rounds];
        double[] processor = new double[rounds];
        double[] withStarts = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean sideBySideFirst = round % 2 == 0;
            Cost before = together(students, sideBySideFirst);
            Cost after = together(students, !sideBySideFirst);
            Cost sideBySide = sideBySideFirst ? before : after;
            Cost single = sideBySideFirst ? after : before;
            Cost own = ownWorkers(Math.min(students, MOST_WORKERS));
            wall[round] = single.seconds() / sideBySide.seconds();
            processor[round] = single.processorSeconds() / sideBySide.processorSeconds();
            withStarts[round] = own.seconds() / sideBySide.seconds();
            System.out.printf(
                    Locale.ROOT,
                    "%d students of %s, round %d (load average %.2f), each: side by side %s, one after the other in one worker %s,"
                            + " in workers of their own %s%n",
                    students,
                    network,
                    round + 1,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    sideBySide,
                    single,
                    own);
        }
        System.out.printf(
                Locale.ROOT,
                "%d students of %s, medians of %d rounds: side by side %.2f times as fast as one after the other (%.2f by time of"
                        + " processors), %.2f times as fast as in workers of their own%n",
                students,
                network,
                rounds,
                Rates.median(wall),
                Rates.median(processor),
                Rates.median(withStarts));
    }

    /** Of each training, in one worker, whose start counts. */
    private Cost together(int students, boolean sideBySide) throws IOException, InterruptedException, WorkerException {
        List<WorkerRequest> requests = new ArrayList<>();
        for (int index = 0; index < students; index++) {
            WorkerRequest.Train train = train(index);
            requests.add(sideBySide ? new TrainSideBySide(train, index % PLACES, Optional.empty(), List.of()) : train);
        }
        return costOf(Together.of(requests, sideBySide, threads), sideBySide).per(students);
    }

    /** Of each training, with the start of its worker. */
    private Cost ownWorkers(int students) throws IOException, InterruptedException, WorkerException {
        double seconds = 0;
        double processorSeconds = 0;
        for (int index = 0; index < students; index++) {
            Cost cost = costOf(train(index), false);
            seconds += cost.seconds();
            processorSeconds += cost.processorSeconds();
        }
        return new Cost(seconds, processorSeconds).per(students);
    }

    private Cost costOf(WorkerRequest request, boolean sideBySide)
            throws IOException, InterruptedException, WorkerException {
        // What builds give a worker: see TensorFlowWorkers and WorkerVariables.
        Map<String, String> environment = Map.of(
                "TF_NUM_INTRAOP_THREADS",
                Integer.toString(sideBySide ? 1 : threads),
                "TF_NUM_INTEROP_THREADS",
                "1",
                "TF_DETERMINISTIC_OPS",
                "1",
                "TF_ENABLE_ONEDNN_OPTS",
                sideBySide ? "0" : "1");
        List<Path> classpath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        WorkerJvm jvm = new WorkerJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classpath,
                TensorFlowWorker.class.getName(),
                sideBySide ? List.of() : List.of("-XX:TieredStopAtLevel=1"),
                environment,
                List.of());
        Files.createDirectories(request.output());
        double processorBefore = ChildTime.seconds();
        long began = System.nanoTime();
        new WorkerLauncher()
                .run(
                        new WorkerLaunch(
                                jvm, request.output(), request, request.output().resolve("worker.log"), "benchmark"),
                        event -> {});
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Cost(seconds, ChildTime.seconds() - processorBefore);
    }

    private WorkerRequest.Train train(int seed) throws IOException {
        Path output = Files.createTempDirectory(folder, "student");
        return new WorkerRequest.Train(
                "student",
                seed,
                BenchmarkJob.CLASSES,
                new Training(
                        Choice.of(network),
                        0,
                        EPOCHS,
                        64,
                        Augmentation.NONE,
                        new Optimizer(Optimizer.Algorithm.SGD, 0.05, 0.9, 0, Choice.of("constant"), 0)),
                Precision.FLOAT32,
                1,
                examples,
                BenchmarkJob.MOMENTS,
                List.of(new WorkerRequest.EvaluatedFiles(EvaluationSet.TEST, test, BenchmarkJob.MOMENTS)),
                output,
                new Checkpoints(output.resolve("checkpoints"), 60));
    }
}
