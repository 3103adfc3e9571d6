package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.tensorflow.model.AttackSteps;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.runtime.Processor;

/**
 * Compares the training steps of ResNet-18: the engine, the bare loop over its graph, PyTorch through DJL and through Python; and the steps
 * of projected gradient descent, which go through the same network forward and backward.
 * Each contestant is a process of its own. They run in turns, there and back, as a shared machine changes its speed from minute
 * to minute.
 */
public final class StepBenchmark {

    private static final String WORKER = "worker";
    private static final String BARE = "bare loop";
    private static final String PGD = "PGD";
    private static final String DJL = "PyTorch through DJL";
    private static final String PYTHON = "PyTorch through Python";
    private static final String IN_BFLOAT16 = " in bfloat16";

    private static final int WARM_UP = 3;
    private static final int MEASURED = 8;

    private final int width;
    private final int threads;
    private final String python;
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    private StepBenchmark(int width, int threads, String python) {
        this.width = width;
        this.threads = threads;
        this.python = python;
    }

    /**
     * Compares.
     *
     * @param width channels of the first stage
     * @param rounds in each of which every contestant runs once
     * @param threads that each computes with
     * @param python program in which PyTorch may be found
     */
    static void run(int width, int rounds, int threads, String python) throws IOException, InterruptedException {
        new StepBenchmark(width, threads, python).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        List<StepContestant> contestants = contestants();
        for (int round = 1; round <= rounds; round++) {
            System.out.printf(Locale.ROOT, "round %d of ResNet-18, width %d, images/s:", round, width);
            for (StepContestant contestant : contestants) {
                double rate = contestant.run();
                rates.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                        .add(rate);
                System.out.printf(Locale.ROOT, " %s %.1f;", contestant.name(), rate);
                System.out.flush();
            }
            System.out.println();
            Collections.reverse(contestants);
        }
        printRatio(WORKER, BARE);
        printRatio(WORKER + IN_BFLOAT16, BARE + IN_BFLOAT16);
        printRatio(WORKER + IN_BFLOAT16, WORKER);
        printRatio(PGD, BARE);
        printRatio(WORKER, DJL);
        printRatio(WORKER, PYTHON);
    }

    private void printRatio(String one, String other) {
        if (!rates.containsKey(one) || !rates.containsKey(other)) {
            return;
        }
        double[] ratios = new double[rates.get(one).size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = rates.get(one).get(round) / rates.get(other).get(round);
        }
        System.out.printf(
                Locale.ROOT,
                "%s / %s: median of %d rounds %.3f%n",
                one,
                other,
                ratios.length,
                StepContestant.median(ratios));
    }

    private List<StepContestant> contestants() throws InterruptedException {
        List<StepContestant> contestants = new ArrayList<>();
        StepSettings single = settings(Precision.FLOAT32);
        contestants.add(tensorFlow(WORKER, WorkerSteps.class, single));
        contestants.add(tensorFlow(BARE, BareSteps.class, single));
        contestants.add(tensorFlow(PGD, AttackSteps.class, single));
        try {
            Processor.detect().require(Precision.BFLOAT16, null);
            StepSettings mixed = settings(Precision.BFLOAT16);
            contestants.add(tensorFlow(WORKER + IN_BFLOAT16, WorkerSteps.class, mixed));
            contestants.add(tensorFlow(BARE + IN_BFLOAT16, BareSteps.class, mixed));
        } catch (WorkerException notHere) {
            System.out.println("bfloat16 is left out: "
                    + notHere.getMessage().lines().findFirst().orElse(""));
        }
        contestants.add(djl(single));
        if (pythonHasPyTorch()) {
            List<String> command = new ArrayList<>(List.of(
                    python,
                    Path.of("src", "benchmark", "python", "resnet18_steps.py").toString()));
            command.addAll(single.arguments());
            contestants.add(new StepContestant(PYTHON, command, Map.of()));
        } else {
            System.out.println(PYTHON + " is left out: " + python + " -c 'import torch' does not work here.");
        }
        return contestants;
    }

    private StepSettings settings(Precision precision) {
        return new StepSettings(width, precision, threads, WARM_UP, MEASURED);
    }

    private StepContestant tensorFlow(String name, Class<?> main, StepSettings settings) {
        return StepContestant.java(
                name,
                main.getName(),
                settings,
                List.of(),
                Map.of(
                        "TF_NUM_INTRAOP_THREADS", Integer.toString(threads),
                        "TF_NUM_INTEROP_THREADS", "1",
                        "TF_DETERMINISTIC_OPS", "1"));
    }

    /**
     * Its natives are Maven artifacts, and unpacked below the build's folder: DJL itself is to fetch nothing. In a JVM, PyTorch maps
     * and unmaps its large tensors in every step; with the settings of glibc that avoid this it is almost twice as fast.
     */
    private static StepContestant djl(StepSettings settings) {
        return StepContestant.java(
                DJL,
                "io.github.distillmaven.pytorch.PyTorchSteps",
                settings,
                List.of("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"),
                Map.of(
                        "DJL_CACHE_DIR",
                        Path.of("target", "djl").toAbsolutePath().toString(),
                        "MALLOC_ARENA_MAX",
                        "1",
                        "GLIBC_TUNABLES",
                        "glibc.malloc.mmap_threshold=4294967296:glibc.malloc.trim_threshold=8589934592"));
    }

    private boolean pythonHasPyTorch() throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import torch")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            return false;
        }
    }
}
