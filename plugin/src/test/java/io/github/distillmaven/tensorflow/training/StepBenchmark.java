package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.runtime.Processor;

/**
 * Compares the steps of a network, of each {@link StepWork}: the engine, bare loops over its graphs, and PyTorch from Python, in each
 * precision, and in each order of pixels and channels; a ResNet-18 is also trained by PyTorch through DJL. Each contestant is a process of its
 * own. They run in turns, there and back, as a shared machine changes its speed from minute to minute. Of several PyTorchs of one precision, the
 * best counts.
 */
final class StepBenchmark {

    private static final String WORKER = "worker";
    private static final String BARE = "bare loop";
    private static final String DJL = "PyTorch through DJL";
    private static final String PYTHON = "PyTorch through Python";

    private final String job;
    private final int threads;
    private final String python;
    private final Map<StepWork, Rates> rates = new EnumMap<>(StepWork.class);
    private final Map<Precision, List<String>> rivals = new EnumMap<>(Precision.class);
    private final Rates peaks = new Rates();

    private StepBenchmark(String job, int threads, String python) {
        this.job = job;
        this.threads = threads;
        this.python = python;
        Arrays.stream(StepWork.values()).forEach(work -> rates.put(work, new Rates()));
        Arrays.stream(Precision.values()).forEach(precision -> rivals.put(precision, new ArrayList<>()));
    }

    /**
     * Compares.
     *
     * @param job see {@link StepSettings}
     * @param rounds in each of which every contestant runs once
     * @param threads that each computes with
     * @param python program in which PyTorch may be found
     */
    static void run(String job, int rounds, int threads, String python) throws IOException, InterruptedException {
        new StepBenchmark(job, threads, python).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        List<StepContestant> contestants = contestants();
        for (int round = 1; round <= rounds; round++) {
            System.out.printf(
                    Locale.ROOT,
                    "round %d of %s, images/s (load average %.2f):%n",
                    round,
                    job,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            for (StepContestant contestant : List.copyOf(contestants)) {
                Map<String, Double> measured;
                try {
                    measured = contestant.run();
                } catch (IOException e) {
                    if (!contestant.name().startsWith(DJL)) {
                        throw e;
                    }
                    // Its natives crash on some machines.
                    System.out.printf("  %s is left out from here on: %s%n", contestant.name(), e.getMessage());
                    contestants.remove(contestant);
                    continue;
                }
                System.out.printf(Locale.ROOT, "  %s: %s%n", contestant.name(), measured);
                note(contestant.name(), measured);
            }
            Collections.reverse(contestants);
        }
        printMedians();
        for (StepWork work : StepWork.values()) {
            for (Precision precision : Precision.values()) {
                printRatios(work, precision);
            }
            printRatio(work, name(WORKER, Precision.BFLOAT16), name(WORKER, Precision.FLOAT32));
        }
    }

    private void note(String contestant, Map<String, Double> measured) {
        for (StepWork work : StepWork.values()) {
            if (measured.containsKey(work.id())) {
                rates.get(work).add(contestant, measured.get(work.id()));
            }
        }
        if (measured.containsKey(PeakMemory.ID)) {
            peaks.add(contestant, measured.get(PeakMemory.ID));
        }
    }

    private void printMedians() {
        for (StepWork work : StepWork.values()) {
            for (String contestant : rates.get(work).contestants()) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: median %.1f images/s%n",
                        work.id(),
                        contestant,
                        rates.get(work).median(contestant));
            }
        }
        for (String contestant : peaks.contestants()) {
            System.out.printf(
                    Locale.ROOT, "memory at most, %s: median %.0f MB%n", contestant, peaks.median(contestant));
        }
    }

    private void printRatios(StepWork work, Precision precision) {
        String worker = name(WORKER, precision);
        printRatio(work, worker, name(BARE, precision));
        rates.get(work).best(rivals.get(precision)).ifPresent(best -> {
            printRatio(work, worker, best);
            printRatio(work, name(BARE, precision), best);
        });
    }

    private void printRatio(StepWork work, String one, String other) {
        double[] ratios = rates.get(work).ratios(one, other);
        if (ratios.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s / %s: median of %d rounds %.3f%n",
                    work.id(),
                    one,
                    other,
                    ratios.length,
                    Rates.median(ratios));
        }
    }

    private List<StepContestant> contestants() throws InterruptedException {
        List<Precision> precisions = new ArrayList<>(List.of(Precision.FLOAT32));
        try {
            Processor.detect().require(Precision.BFLOAT16, null);
            precisions.add(Precision.BFLOAT16);
        } catch (WorkerException notHere) {
            System.out.println("bfloat16 is left out: "
                    + notHere.getMessage().lines().findFirst().orElse(""));
        }
        boolean pyTorch = pythonHasPyTorch();
        if (!pyTorch) {
            System.out.println(PYTHON + " is left out: " + python + " -c 'import torch' does not work here.");
        }
        List<StepContestant> contestants = new ArrayList<>();
        for (Precision precision : precisions) {
            StepSettings settings = new StepSettings(job, precision, threads);
            contestants.add(tensorFlow(name(WORKER, precision), WorkerSteps.class, settings));
            contestants.add(tensorFlow(name(BARE, precision), BareSteps.class, settings));
            if (pyTorch) {
                contestants.addAll(python(settings));
            }
            if (settings.resNet() && precision == Precision.FLOAT32) {
                contestants.add(djl(settings));
            }
        }
        return contestants;
    }

    private static String name(String contestant, Precision precision) {
        return contestant + " in " + precision.name().toLowerCase(Locale.ROOT);
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

    /** One for each order of pixels and channels. */
    private List<StepContestant> python(StepSettings settings) {
        List<String> orders = settings.convolves() ? List.of("contiguous", "channels-last") : List.of("contiguous");
        List<StepContestant> contestants = new ArrayList<>();
        for (String order : orders) {
            List<String> command = new ArrayList<>(List.of(
                    python,
                    Path.of("src", "benchmark", "python", "pytorch_steps.py").toString()));
            command.addAll(settings.arguments());
            command.add(order);
            String name = name(PYTHON, settings.precision()) + ", " + order;
            contestants.add(new StepContestant(name, command, Map.of()));
            rivals.get(settings.precision()).add(name);
        }
        return contestants;
    }

    /**
     * Its natives are Maven artifacts, and unpacked below the build's folder: DJL itself is to fetch nothing. In a JVM, PyTorch maps
     * and unmaps its large tensors in every step; with the settings of glibc that avoid this it is almost twice as fast.
     */
    private StepContestant djl(StepSettings settings) {
        String name = name(DJL, settings.precision());
        rivals.get(settings.precision()).add(name);
        return StepContestant.java(
                name,
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
