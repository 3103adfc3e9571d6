package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.gate.Baseline;
import io.github.distillmaven.pipeline.step.RunningBuild;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.report.Remaking;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.report.export.Exports;
import io.github.distillmaven.report.export.JobSummary;
import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.report.sweep.EarlierCells;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.evidence.EarlierResults;
import io.github.distillmaven.results.evidence.Occasion;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Writes the page of an experiment and the overview, and tells the log what came out. */
record ReportStep(Workspace workspace, Log log) {

    static final String GOAL = "report";

    /** Writes the page of the experiment. */
    @FunctionalInterface
    interface PageWriter {

        WrittenReport write() throws IOException;
    }

    /**
     * Writes the page, and the overview.
     *
     * @param cells names of the cells, if it is a sweep
     * @param other file of an earlier report, when the experiment was a sweep and now is none, or the other way round
     */
    void run(PageWriter page, Set<String> cells, String other) throws StepFailedException {
        try {
            int gone = new EarlierCells(workspace.folder()).forgetAllBut(cells);
            if (gone > 0) {
                log.info("report: removed the pages of %s no longer in the sweep"
                        .formatted(gone == 1 ? "a cell that is" : gone + " cells that are"));
            }
        } catch (IOException e) {
            throw failure(e);
        }
        WrittenReport written = write(page);
        try {
            Files.deleteIfExists(workspace.folder().resolve(other));
            new OverviewReport().write(Objects.requireNonNull(workspace.folder().getParent()), log::warn);
            written.summary().forEach(log::info);
            tellTheJob(written);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Writes the page alone. */
    WrittenReport write(PageWriter page) throws StepFailedException {
        try {
            return page.write();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private StepFailedException failure(IOException cause) {
        return new StepFailedException(
                "Experiment '%s': the report could not be written: %s"
                        .formatted(workspace.experiment().name(), cause.getMessage()),
                cause);
    }

    /** On which occasion the report is written. */
    Occasion occasion() throws IOException {
        SortedMap<String, String> origin = new TreeMap<>(workspace.origin(log::warn));
        RunningBuild build = workspace.build();
        Experiment experiment = workspace.experiment();
        origin.put(
                "command",
                Remaking.of(experiment.name(), reported(experiment), build.task(), build.profiles())
                        .command());
        return new Occasion(build.started(), build.task(), build.profiles(), origin, baseline());
    }

    /** Null if the user named none, or one that is not there yet. */
    private @Nullable EarlierResults baseline() throws IOException {
        if (workspace.experiment().gate().baseline() == null) {
            return null;
        }
        Baseline baseline = workspace.baseline();
        Optional<Results> results;
        try {
            results = baseline.read();
        } catch (IOException e) {
            if (!workspace.experiment().gate().writeBaseline()) {
                throw e;
            }
            log.warn(
                    "Experiment '%s': nothing is compared with the baseline %s, which cannot be read. The goal check writes it anew (-Ddistill.writeBaseline)."
                            .formatted(workspace.experiment().name(), baseline.name()));
            return null;
        }
        if (results.isEmpty()) {
            log.warn(
                    "Experiment '%s': there is no baseline %s (<baseline>, -Ddistill.baseline), so nothing is compared with it. A copy of this build's %s can be the baseline of the next one."
                            .formatted(
                                    workspace.experiment().name(),
                                    baseline.file(),
                                    ResultsFile.in(workspace.folder()).path()));
            return null;
        }
        return new EarlierResults(baseline.name(), results.get());
    }

    private void tellTheJob(WrittenReport written) {
        String file = workspace.build().jobSummary();
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Path whole = workspace.folder().resolve(Exports.SUMMARY);
            if (!new JobSummary(file).append(written.markdown(), whole)) {
                log.warn(
                        "Experiment '%s': the summary of this job (environment variable %s) does not hold all of it, because GitHub shows at most 1 MB of one step. All of it is in %s"
                                .formatted(workspace.experiment().name(), JobSummary.VARIABLE, whole));
            }
        } catch (IOException e) {
            log.warn("The summary of this job, %s (environment variable %s), could not be added to: %s"
                    .formatted(file, JobSummary.VARIABLE, e));
        }
    }

    /** Paths and the like say nothing about the experiment, and would make two equal pages differ. */
    static List<SettingValue> reported(Experiment experiment) {
        return experiment.settings().stream()
                .filter(setting -> !SettingCatalog.LOCAL.contains(setting.path()))
                .toList();
    }
}
