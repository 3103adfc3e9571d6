package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingCatalog;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.report.OverviewReport;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.report.export.JobSummary;
import io.github.distillmaven.results.Baseline;
import io.github.distillmaven.results.Occasion;
import io.github.distillmaven.results.ResultsFile;
import org.apache.maven.plugin.logging.Log;

/** Writes the page of an experiment and the overview, and tells the log what came out. */
record ReportStep(Workspace workspace, Log log) {

    static final String GOAL = "report";

    /** Writes the page of the experiment. */
    @FunctionalInterface
    interface Page {

        WrittenReport write() throws IOException;
    }

    void run(Page page) throws StepFailedException {
        try {
            WrittenReport written = page.write();
            new OverviewReport().write(workspace.folder().getParent());
            written.summary().forEach(log::info);
            tellTheJob(written);
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': the report could not be written: %s"
                            .formatted(workspace.experiment().name(), e.getMessage()),
                    e);
        }
    }

    /** On which occasion the report is written. */
    Occasion occasion() throws IOException {
        return new Occasion(workspace.origin(), baseline());
    }

    /** Null if the user named none, or one that is not there yet. */
    private Baseline baseline() throws IOException {
        String name = workspace.experiment().gate().baseline();
        if (name == null) {
            return null;
        }
        Path file = path(name);
        try {
            return new Baseline(name, new ResultsFile(file).read());
        } catch (NoSuchFileException e) {
            log.warn(
                    "Experiment '%s': there is no baseline %s (<baseline>, -Ddistill.baseline), so that nothing is compared with it. A copy of this build's %s can be the next one's."
                            .formatted(
                                    workspace.experiment().name(),
                                    file,
                                    ResultsFile.in(workspace.folder()).path()));
            return null;
        }
    }

    private Path path(String name) throws IOException {
        try {
            return workspace.build().folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new IOException("the <baseline> (-Ddistill.baseline) is no path: " + e.getMessage(), e);
        }
    }

    private void tellTheJob(WrittenReport written) {
        String file = workspace.build().jobSummary();
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            new JobSummary(file).append(written.markdown());
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
