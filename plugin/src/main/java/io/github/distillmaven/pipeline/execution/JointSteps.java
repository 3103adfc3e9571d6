package io.github.distillmaven.pipeline.execution;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.maven.plugin.logging.Log;

/**
 * Asks the engine once for all steps whose results are nowhere to be had. Each has a key, a folder and an entry of its own.
 *
 * @param workspace the experiment that they belong to
 * @param engine what trains models side by side, and lets them label
 */
public record JointSteps(Workspace workspace, Engine engine, Log log) implements StepRunner {

    /** While the disk takes the files of one, those of the others are on their way. */
    private static final int ENTRIES_AT_ONCE = 16;

    @Override
    public void run(List<PlannedStep.Source> sources) throws StepFailedException, InterruptedException {
        Queue<JointStep> begun = new ConcurrentLinkedQueue<>();
        try {
            JointStep[] steps = new JointStep[sources.size()];
            List<ParallelSteps.Call> begin = IntStream.range(0, steps.length)
                    .mapToObj(place -> (ParallelSteps.Call) () -> {
                        steps[place] = JointStep.begin(sources.get(place).get());
                        begun.add(steps[place]);
                    })
                    .toList();
            // What is wrong with all of them is said of the first.
            atOnce(begin.subList(0, Math.min(1, begin.size())));
            atOnce(begin.subList(Math.min(1, begin.size()), begin.size()));
            for (List<JointStep> round : rounds(List.of(steps))) {
                bring(round);
            }
        } finally {
            for (JointStep step : begun) {
                step.close();
            }
        }
    }

    /** Of steps with one key, such as two that read the same bytes, the second comes after the first: a build that waits for itself waits for ever. */
    private static List<List<JointStep>> rounds(List<JointStep> steps) {
        List<List<JointStep>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (JointStep step : steps) {
            int round = seen.merge(step.key(), 1, Integer::sum);
            if (round > rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round - 1).add(step);
        }
        return rounds;
    }

    private void bring(List<JointStep> steps) throws StepFailedException, InterruptedException {
        Instant started = Instant.now();
        each(steps, JointStep::find);
        List<JointStep> claimed = new ArrayList<>(missing(steps));
        // Two builds that wait for each other's steps would wait for ever: all take them in one order.
        claimed.sort(Comparator.comparing(JointStep::key));
        for (JointStep step : claimed) {
            step.claim();
        }
        List<JointStep> missing = missing(steps);
        if (!missing.isEmpty()) {
            make(missing);
        }
        each(steps, JointStep::settle);
        if (!steps.isEmpty()) {
            tell(steps, started);
        }
    }

    private void make(List<JointStep> missing) throws StepFailedException, InterruptedException {
        missing.get(0).explain();
        Instant started = Instant.now();
        List<WorkerRequest> requests = new ArrayList<>();
        for (JointStep step : missing) {
            step.prepare().ifPresent(requests::add);
        }
        SortedMap<String, String> machine =
                new TreeMap<>(requests.isEmpty() ? Map.of() : ask(requests, missing.get(0)));
        machine.put("madeTogether", Integer.toString(missing.size()));
        SortedMap<String, String> origin = workspace.origin(log::debug);
        each(missing, step -> step.stage(machine, origin, started));
        each(missing, JointStep::publish);
        missing.get(0).tidy();
    }

    private SortedMap<String, String> ask(List<WorkerRequest> requests, JointStep first)
            throws StepFailedException, InterruptedException {
        StepName name = first.name();
        Path workerLog = first.log();
        return engine.run(
                Together.of(requests, true, engine.threads()),
                name.folder(),
                first.label() + (requests.size() == 1 ? "" : " and %s more".formatted(requests.size() - 1)),
                workerLog);
    }

    private void tell(List<JointStep> steps, Instant started) {
        if (steps.size() == 1) {
            log.info(steps.get(0).news(started));
            return;
        }
        Map<Found, Long> counts =
                steps.stream().collect(Collectors.groupingBy(JointStep::found, TreeMap::new, Collectors.counting()));
        log.info(steps.get(0).name().folder() + ": "
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().text(started))
                        .collect(Collectors.joining(", ")));
    }

    private static List<JointStep> missing(List<JointStep> steps) {
        return steps.stream().filter(JointStep::isMissing).toList();
    }

    /** What is done with one of them. */
    @FunctionalInterface
    private interface Action {
        void of(JointStep step) throws StepFailedException, InterruptedException;
    }

    private static void each(List<JointStep> steps, Action action) throws StepFailedException, InterruptedException {
        atOnce(steps.stream()
                .map(step -> (ParallelSteps.Call) () -> action.of(step))
                .toList());
    }

    private static void atOnce(List<ParallelSteps.Call> calls) throws StepFailedException, InterruptedException {
        new ParallelSteps(ENTRIES_AT_ONCE).run(calls);
    }
}
