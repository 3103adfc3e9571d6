package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.distillmaven.experiment.Device;
import io.github.distillmaven.experiment.InstructionSet;
import io.github.distillmaven.experiment.Run;
import io.github.distillmaven.experiment.ValueType;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerLaunch;
import io.github.distillmaven.worker.WorkerLauncher;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.maven.plugin.logging.Log;

/** Runs requests in forked JVMs that have TensorFlow on their classpath. */
public final class TensorFlowWorkers {

    private static final String MAIN_CLASS = "io.github.distillmaven.tensorflow.TensorFlowWorker";

    /** What steers numeric libraries; whatever of it the user's environment holds, a worker computes the same. */
    private static final List<String> STEERING = List.of(
            "TF_ENABLE",
            "TF_DISABLE",
            "TF_NUM",
            "TF_XLA",
            "TF_CUDNN",
            "TF_ONEDNN",
            "TF_GPU",
            "XLA_",
            "ONEDNN_",
            "DNNL_",
            "MKL_",
            "OMP_",
            "KMP_",
            "OPENBLAS_",
            "NVIDIA_TF32");

    private final Run run;
    private final WorkerBudget budget;
    private final TensorFlowHost host;
    private final Supplier<ProgressDisplay> displays;
    private final Log log;

    /**
     * @param run on what the user wants it to run
     * @param budget what each may use
     * @param host what there is to run it
     * @param displays opens the display of one worker's progress
     */
    public TensorFlowWorkers(
            Run run, WorkerBudget budget, TensorFlowHost host, Supplier<ProgressDisplay> displays, Log log) {
        this.run = run;
        this.budget = budget;
        this.host = host;
        this.displays = displays;
        this.log = log;
    }

    /** Has Maven bring the runtime into the local repository, if it is not there. */
    void fetchRuntime() throws StepFailedException {
        try {
            host.runtime().resolve();
            log.info("runtime: TensorFlow for the device '%s' is in the local repository"
                    .formatted(host.runtime().name()));
        } catch (WorkerException e) {
            throw new StepFailedException(e);
        }
    }

    /** Runs as many steps at the same time as there may be workers. */
    ParallelSteps parallel() {
        return new ParallelSteps(budget.workers());
    }

    /** How many threads one worker may use. */
    int threads() {
        return budget.threads();
    }

    /** What is known to change the bits of what a worker computes. */
    SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("plugin", host.pluginIdentity());
        environment.put("runtime", host.runtime().coordinates());
        environment.put("instructionSet", host.instructionSet());
        host.processor().ifPresent(model -> environment.put("processorModel", model));
        environment.put("threads", Integer.toString(budget.threads()));
        return environment;
    }

    /**
     * Runs a request to its end.
     *
     * @param task names the work on a progress display, such as {@code teacher}
     * @param label names it in messages
     * @param workerLog file that native output goes to
     * @return facts about the machine, for the record
     */
    SortedMap<String, String> run(WorkerRequest request, String task, String label, Path workerLog)
            throws StepFailedException, InterruptedException {
        SortedMap<String, String> machine = new TreeMap<>(host.machine());
        if (!run.jvmArguments().isEmpty()) {
            machine.put("jvmArguments", String.join(" ", run.jvmArguments()));
        }
        try (ProgressDisplay display = displays.get();
                WorkerProgress shown = new WorkerProgress(task, display, System::nanoTime)) {
            shown.start();
            List<Path> classpath = new ArrayList<>(host.pluginClasspath());
            classpath.addAll(host.runtime().resolve());
            WorkerLaunch launch = new WorkerLaunch(
                    host.java(),
                    classpath,
                    MAIN_CLASS,
                    request,
                    run.jvmArguments(),
                    variables(request),
                    STEERING,
                    workerLog,
                    label);
            new WorkerLauncher().run(launch, event -> {
                if (event instanceof Event.Started started) {
                    tellAbout(started, machine);
                } else if (event instanceof Event.Resumed resumed) {
                    log.info("%s: resumed from epoch %s of %s, step %s of %s"
                            .formatted(task, resumed.epoch(), resumed.epochs(), resumed.step(), resumed.steps()));
                } else if (event instanceof Event.Progress progress) {
                    shown.show(progress);
                } else if (event instanceof Event.Warning warning) {
                    log.warn(task + ": " + warning.message());
                } else if (event instanceof Event.Finished) {
                    shown.finish();
                }
            });
            return machine;
        } catch (WorkerException e) {
            throw new StepFailedException(e);
        }
    }

    private void tellAbout(Event.Started started, SortedMap<String, String> machine) {
        machine.put("tensorflow", started.tensorflowVersion());
        machine.put("devices", String.join(", ", started.devices()));
        log.debug("TensorFlow " + started.tensorflowVersion() + " on " + started.devices());
        if (run.device() != Device.CPU && !started.gpu()) {
            log.warn("TensorFlow %s (distill.device=%s) found no GPU here; it computes on the processor."
                    .formatted(started.tensorflowVersion(), host.runtime().name()));
        }
    }

    /** Every variable that is known to change bits has one value. */
    private Map<String, String> variables(WorkerRequest request) {
        // Points need so little per operation that threads are of use for other seeds alone, and oneDNN costs more than
        // it saves.
        boolean points = request instanceof PointRequest;
        return Map.of(
                "TF_NUM_INTRAOP_THREADS", Integer.toString(points ? 1 : threads()),
                "TF_NUM_INTEROP_THREADS", "1",
                "TF_DETERMINISTIC_OPS", "1",
                "TF_ENABLE_ONEDNN_OPTS", points ? "0" : "1",
                "ONEDNN_MAX_CPU_ISA", newestInstructionSet(),
                "TF_XLA_FLAGS", "",
                "TF_FORCE_GPU_ALLOW_GROWTH", "true");
    }

    /** On processors that are not of x86-64 there is nothing to choose from. */
    private String newestInstructionSet() {
        return Arrays.stream(InstructionSet.values())
                .filter(set -> ValueType.canonical(set).equals(host.instructionSet()))
                .map(InstructionSet::name)
                .findFirst()
                .orElse("ALL");
    }
}
