package io.github.distillmaven.pipeline.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.experiment.run.JvmArguments;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.progress.ProgressDisplay;
import io.github.distillmaven.progress.WorkerProgress;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.Workers;
import org.apache.maven.plugin.logging.Log;

/** Has requests answered by JVMs that have TensorFlow on their class path. */
public final class TensorFlowWorkers implements Engine {

    private static final String MAIN_CLASS = "io.github.distillmaven.tensorflow.TensorFlowWorker";

    private final RunPolicy run;
    private final WorkerBudget budget;
    private final TensorFlowHost host;
    private final Supplier<ProgressDisplay> displays;
    private final Log log;
    private final JvmArguments arguments;
    private final Workers workers;
    private final Path folder;
    private final WorkerVariables variables = new WorkerVariables(System.getenv());

    /**
     * @param run on what the user wants it to run
     * @param budget what each may use
     * @param host what there is to run it
     * @param displays opens the display of one worker's progress
     * @param workers where requests are answered
     * @param folder where workers run that are started for this experiment
     */
    public TensorFlowWorkers(
            RunPolicy run,
            WorkerBudget budget,
            TensorFlowHost host,
            Supplier<ProgressDisplay> displays,
            Log log,
            Workers workers,
            Path folder) {
        this.run = run;
        this.budget = budget;
        this.host = host;
        this.displays = displays;
        this.log = log;
        this.workers = workers;
        this.folder = folder;
        this.arguments = new JvmArguments(run.jvmArguments());
    }

    /** Has Maven bring the runtime into the local repository, if it is not there. */
    @Override
    public void fetchRuntime() throws StepFailedException {
        try {
            host.runtime().resolve();
            log.info("runtime: TensorFlow for the device '%s' is in the local repository"
                    .formatted(host.runtime().name()));
        } catch (WorkerException e) {
            throw new StepFailedException(e);
        }
    }

    @Override
    public int atOnce() {
        return budget.workers();
    }

    @Override
    public int threads() {
        return budget.threads();
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("plugin", host.pluginIdentity());
        environment.put("libraries", host.libraries());
        environment.put("runtime", host.runtime().coordinates());
        environment.put("runtimeJars", host.runtime().jars());
        environment.put("runtimeVersion", "TensorFlow " + host.runtime().tensorflow());
        environment.put("instructionSet", host.instructionSet());
        host.processor().ifPresent(model -> environment.put("processorModel", model));
        environment.put("threads", Integer.toString(budget.threads()));
        environment.putAll(variables.keyed());
        if (!arguments.decisive().isEmpty()) {
            environment.put(
                    "jvmArguments",
                    arguments.decisive().stream().map(TensorFlowWorkers::keyed).collect(Collectors.joining(" ")));
        }
        return environment;
    }

    /** Others may read a key's parts, but must not learn a secret from them. */
    private static String keyed(String argument) {
        String shown = JvmArguments.shown(argument);
        return shown.equals(argument) ? shown : shown + " (SHA-256 " + Digests.ofText(argument) + ")";
    }

    @Override
    public SortedMap<String, String> run(WorkerRequest request, String task, String label, Path workerLog)
            throws StepFailedException, InterruptedException {
        SortedMap<String, String> machine = new TreeMap<>(host.machine());
        if (!arguments.all().isEmpty()) {
            machine.put("jvmArguments", arguments.shown());
        }
        try (ProgressDisplay display = displays.get();
                WorkerProgress shown = new WorkerProgress(task, display, System::nanoTime)) {
            shown.start();
            machine.putAll(workers.run(new WorkerLaunch(jvm(request), folder, request, workerLog, label), event -> {
                if (event instanceof Event.Started started) {
                    machine.putAll(expected().facts(started));
                    tellAbout(started);
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
            }));
            return machine;
        } catch (WorkerException e) {
            String told = String.valueOf(e.getMessage());
            String message = arguments.hide(told);
            // A stack trace shows the messages of the causes too.
            throw new StepFailedException(message.equals(told) ? e : new WorkerException(message));
        } finally {
            hideSecrets(workerLog);
        }
    }

    private WorkerJvm jvm(WorkerRequest request) throws WorkerException {
        List<Path> classpath = new ArrayList<>(host.runtime().resolve());
        classpath.addAll(host.pluginClasspath());
        // Networks side by side are as much work for Java as for native code, and need so little per operation that
        // threads are of use for other networks alone.
        boolean small = request instanceof Together together && together.sideBySide();
        List<String> options = new ArrayList<>();
        if (!small) {
            // The optimising compiler would only take the processor from native code.
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(arguments.all());
        return new WorkerJvm(
                host.java(),
                classpath,
                MAIN_CLASS,
                options,
                WorkerVariables.set(small, threads(), host.instructionSet()),
                WorkerVariables.FOREIGN);
    }

    private void hideSecrets(Path workerLog) {
        try {
            new WorkerLog(workerLog, arguments).hideSecrets();
        } catch (IOException e) {
            log.warn("The values of <jvmArguments> could not be taken out of %s: %s".formatted(workerLog, e));
        }
    }

    private ExpectedRuntime expected() {
        return new ExpectedRuntime(host.runtime().tensorflow(), host.runtime().coordinates());
    }

    private void tellAbout(Event.Started started) {
        log.debug("TensorFlow " + started.tensorflowVersion() + " on " + started.devices());
        if (run.device() != Device.CPU && !started.gpu()) {
            log.warn("TensorFlow %s (distill.device=%s) found no GPU here; it computes on the processor."
                    .formatted(started.tensorflowVersion(), host.runtime().name()));
        }
    }
}
