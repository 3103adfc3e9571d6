package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.disk.DiskFailure;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.gate.Baseline;
import io.github.distillmaven.gate.JUnitReport;
import io.github.distillmaven.gate.Judge;
import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.pipeline.step.MissingResultException;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.UnmetExpectationException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.progress.Colours;
import io.github.distillmaven.provenance.SmallFile;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.Publication;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import org.apache.maven.plugin.logging.Log;

/** Holds the results of this build, and of no other, against what is expected of them. */
record CheckStep(Workspace workspace, Log log) {

    static final String GOAL = "check";

    /** What the trainings came to. */
    @FunctionalInterface
    interface Trainings {

        /**
         * The content of {@code results.json}, read from what the steps made.
         *
         * @throws StepFailedException if the result of a step is missing, changed or of other settings
         * @throws IOException if it cannot be read; the message is made for the user
         */
        Results read() throws StepFailedException, IOException;
    }

    void run(Trainings trainings) throws StepFailedException {
        List<Outcome> outcomes = judged(trainings);
        if (outcomes.isEmpty()) {
            warnOfNothing();
        }
        tell(outcomes);
        refuse(errors(outcomes), unmet(outcomes));
        if (!outcomes.isEmpty()) {
            tellSum(outcomes);
        }
    }

    void warnOfNothing() {
        log.warn("Experiment '%s': it has no expectations, so any result passes. Add <expectations>.%s"
                .formatted(name(), report()));
    }

    void tellSum(List<Outcome> outcomes) {
        String summary = "Expectations: " + new GateResult(outcomes).summary() + ".";
        boolean met = outcomes.stream().allMatch(outcome -> outcome.status() == Outcome.Status.MET);
        log.info((met ? Colours.ofThisBuild().success(summary) : summary) + report());
    }

    /** What came out of each expectation, which is written for other tools too. */
    List<Outcome> judged(Trainings trainings) throws StepFailedException {
        List<Outcome> outcomes;
        try {
            Results results = reported(trainings);
            if (gate().writeBaseline()) {
                writeBaseline();
            }
            outcomes = new ExpectedResults(workspace).judge(results);
        } catch (StepFailedException e) {
            try {
                publish(Judge.withoutResults(gate().expectations(), String.valueOf(e.getMessage())));
            } catch (StepFailedException unwritable) {
                e.addSuppressed(unwritable);
            }
            throw e;
        }
        publish(outcomes);
        return outcomes;
    }

    /** What the trainings came to, if that is what was reported. */
    private Results reported(Trainings trainings) throws StepFailedException {
        try {
            Results results = trainings.read();
            requireReport(results);
            return results;
        } catch (IOException e) {
            throw new StepFailedException("Experiment '%s': %s".formatted(name(), e.getMessage()), e);
        }
    }

    private void requireReport(Results results) throws StepFailedException, IOException {
        ResultsFile file = file();
        if (Files.notExists(file.path())) {
            throw noResults(file.path() + " is missing");
        }
        Results reported;
        try {
            reported = file.read();
        } catch (IOException e) {
            throw noResults(String.valueOf(e.getMessage()));
        }
        if (!students(reported).equals(students(results))) {
            throw noResults(file.path() + " holds the numbers of an earlier build with other settings");
        }
        if (!Arrays.equals(
                new SmallFile(file.path()).read(),
                new JsonFiles().text(results.at(reported.commit())).getBytes(StandardCharsets.UTF_8))) {
            throw noResults(
                    file.path()
                            + " does not hold the numbers of the trainings: it was changed after the goal report wrote it, or another version of this plugin wrote it");
        }
    }

    /** The key of each replicate's student, with the names of its controls. */
    private static List<Map.Entry<String, Set<String>>> students(Results results) {
        return results.replicates().stream()
                .map(replicate -> Map.entry(replicate.key(), replicate.others().keySet()))
                .toList();
    }

    private StepFailedException noResults(String problem) {
        return new MissingResultException(
                "Experiment '%s': %s.".formatted(name(), problem), ReportStep.GOAL, GOAL, name());
    }

    private void writeBaseline() throws StepFailedException {
        Baseline baseline = workspace.baseline();
        Path folder = Objects.requireNonNull(baseline.file().getParent());
        try {
            Files.createDirectories(folder);
            new Publication()
                    .replaceFiles(
                            folder,
                            temporary -> Files.copy(
                                    file().path(),
                                    temporary.resolve(baseline.file().getFileName())));
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': the baseline %s cannot be written: %s. To go on, %s, or name another file in <baseline>."
                            .formatted(
                                    name(),
                                    baseline.file(),
                                    e,
                                    DiskFailure.of(e).map(DiskFailure::hint).orElse("make its folder writable")),
                    e);
        }
        log.info("Experiment '%s': these results are the baseline %s from now on. Commit it."
                .formatted(name(), baseline.name()));
    }

    void publish(List<Outcome> outcomes) throws StepFailedException {
        JUnitReport report = new JUnitReport(name(), outcomes);
        try {
            Files.createDirectories(workspace.folder());
            new Publication().replaceFiles(workspace.folder(), report::write);
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': %s cannot be written: %s"
                            .formatted(name(), workspace.folder().resolve(report.fileName()), e),
                    e);
        }
    }

    void tell(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            String line = "Experiment '%s': %s".formatted(name(), outcome.text());
            switch (outcome.status()) {
                case MET -> log.info(line);
                case SKIPPED ->
                    log.warn(line + " Write it with: " + workspace.build().commandWith("distill.writeBaseline"));
                case UNMET -> {
                    if (!gate().haltOnFailure()) {
                        log.warn(line + report());
                    }
                }
                case NOT_HELD, ERROR -> {}
            }
        }
        outcomes.stream()
                .filter(outcome -> outcome.status() == Outcome.Status.NOT_HELD)
                .findFirst()
                .ifPresent(outcome -> log.warn("Experiment '%s': the expectations of its preset are not tested. %s"
                        .formatted(name(), outcome.text())));
    }

    /** A line for each that cannot be told. */
    List<String> errors(List<Outcome> outcomes) {
        return lines(outcomes, Outcome.Status.ERROR);
    }

    /** A line for each that is not met, if that fails the build. */
    List<String> unmet(List<Outcome> outcomes) {
        return gate().haltOnFailure() ? lines(outcomes, Outcome.Status.UNMET) : List.of();
    }

    /** Fails the build if there is a line. */
    static void refuse(List<String> errors, List<String> unmet) throws StepFailedException {
        String all = Stream.concat(errors.stream(), unmet.stream()).collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) {
            throw new StepFailedException(all);
        }
        if (!unmet.isEmpty()) {
            throw new UnmetExpectationException(all);
        }
    }

    private List<String> lines(List<Outcome> outcomes, Outcome.Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(outcome -> "Experiment '%s': %s".formatted(name(), outcome.text()) + report())
                .toList();
    }

    private String report() {
        return " Report: " + workspace.folder().resolve("report").resolve("index.html");
    }

    private ResultsFile file() {
        return ResultsFile.in(workspace.folder());
    }

    private Gate gate() {
        return workspace.experiment().gate();
    }

    private String name() {
        return workspace.experiment().name();
    }
}
