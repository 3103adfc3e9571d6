package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingCatalog;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.report.OverviewReport;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.report.export.JobSummary;
import io.github.distillmaven.results.Occasion;
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
        return new Occasion(workspace.origin(), null);
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
