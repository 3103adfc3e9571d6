package io.github.distillmaven.tensorflow.training;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.tensorflow.TensorFlowWorker;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerLauncher;
import org.apache.commons.io.file.PathUtils;

/**
 * Runs the worker and {@link BareLoop} in turns, each as a whole process from its start to its end, and prints the rates of
 * each round and the median of their ratios. Turns, because a shared machine changes its speed from minute to minute.
 */
public final class SpeedBenchmark {

    private static final String MANY = "many";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASSPATH = System.getProperty("java.class.path");

    private final BenchmarkJob job;
    private final Map<String, String> environment;
    private final Path folder;
    private final ExampleFiles examples;
    private final ExampleFiles test;

    private SpeedBenchmark(BenchmarkJob job, int threads, Path folder) throws IOException {
        this.job = job;
        this.folder = folder;
        environment = Map.of(
                "TF_NUM_INTRAOP_THREADS", Integer.toString(threads),
                "TF_NUM_INTEROP_THREADS", "1",
                "TF_DETERMINISTIC_OPS", "1");
        examples = RandomImages.write(job.examples(), folder, "examples");
        test = RandomImages.write(job.testExamples(), folder, "test");
    }

    /**
     * @param args name of a {@link BenchmarkJob} in any case; or {@code many} for a {@link ManyBenchmark}, as it is or with a number of
     *     students and the id of their network; or a job of {@link StepSettings} for a {@link StepBenchmark}; rounds; threads; the Python
     *     to look for PyTorch in
     */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        Optional<BenchmarkJob> whole = Arrays.stream(BenchmarkJob.values())
                .filter(job -> job.name().equalsIgnoreCase(args[0]))
                .findFirst();
        if (args[0].startsWith(MANY)) {
            // Such as many, many-16 or many-16-mlp-1200.
            String[] words = args[0].split("-", 3);
            ManyBenchmark.run(
                    words.length > 2 ? words[2] : "mlp",
                    words.length > 1 ? List.of(Integer.valueOf(words[1])) : List.of(1, 4, 16, 100),
                    rounds,
                    threads);
            return;
        }
        if (whole.isEmpty()) {
            StepBenchmark.run(args[0], rounds, threads, args[3]);
            return;
        }
        Path folder = Files.createTempDirectory("distill-benchmark");
        try {
            new SpeedBenchmark(whole.get(), threads, folder).run(rounds);
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    private void run(int rounds) throws Exception {
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean workerFirst = round % 2 == 0;
            double before = workerFirst ? rateOf(this::runWorker) : rateOf(this::runBareLoop);
            double after = workerFirst ? rateOf(this::runBareLoop) : rateOf(this::runWorker);
            double worker = workerFirst ? before : after;
            double bare = workerFirst ? after : before;
            ratios[round] = worker / bare;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: worker %.0f images/s, bare loop %.0f images/s, ratio %.3f%n",
                    round + 1,
                    worker,
                    bare,
                    ratios[round]);
        }
        System.out.printf(Locale.ROOT, "median ratio of %d rounds: %.3f%n", rounds, Rates.median(ratios));
    }

    /** A whole process. */
    private interface WholeProcess {

        void run() throws IOException, InterruptedException, WorkerException;
    }

    /** Training images per second of wall time, the start of the process included. */
    private double rateOf(WholeProcess process) throws IOException, InterruptedException, WorkerException {
        long began = System.nanoTime();
        process.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        return job.training().epochs() * job.examples() / seconds;
    }

    private void runWorker() throws IOException, InterruptedException, WorkerException {
        Path output = Files.createTempDirectory(folder, "worker");
        WorkerRequest request = new WorkerRequest.Train(
                "student",
                1,
                BenchmarkJob.CLASSES,
                job.training(),
                Precision.FLOAT32,
                1,
                examples,
                BenchmarkJob.MOMENTS,
                List.of(new WorkerRequest.EvaluatedFiles(EvaluationSet.TEST, test, BenchmarkJob.MOMENTS)),
                output,
                new Checkpoints(output.resolve("checkpoints"), 60));
        List<Path> classpath =
                Arrays.stream(CLASSPATH.split(File.pathSeparator)).map(Path::of).toList();
        new WorkerLauncher()
                .run(
                        new WorkerLaunch(
                                new WorkerJvm(
                                        JAVA,
                                        classpath,
                                        TensorFlowWorker.class.getName(),
                                        List.of("-XX:TieredStopAtLevel=1"),
                                        environment,
                                        List.of()),
                                output,
                                request,
                                output.resolve("worker.log"),
                                "benchmark"),
                        event -> {});
    }

    private void runBareLoop() throws IOException, InterruptedException {
        // The same compiler that the launcher gives to the worker.
        List<String> command = List.of(
                JAVA.toString(), "-XX:TieredStopAtLevel=1", "-cp", CLASSPATH, BareLoop.class.getName(), job.name());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bare-loop.log").toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException(
                    "the bare loop ended with " + exit + ": " + Files.readString(folder.resolve("bare-loop.log")));
        }
    }
}
