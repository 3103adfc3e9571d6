package io.github.distillmaven.pipeline;

import java.io.IOException;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.report.OverviewReport;
import io.github.distillmaven.report.PointReport;
import io.github.distillmaven.report.PointReportRequest;
import io.github.distillmaven.report.WrittenReport;
import org.apache.maven.plugin.logging.Log;

/** Writes the page of the two-dimensional experiment and the overview, and tells the log what came out. */
record PointReportStep(Workspace workspace, Log log) {

    void run() throws StepFailedException {
        Experiment experiment = workspace.experiment();
        try {
            WrittenReport written = new PointReport()
                    .write(new PointReportRequest(
                            experiment.name(),
                            experiment.preset().name(),
                            experiment.seeds(),
                            experiment.controls().stream().toList(),
                            experiment.transfer().perturbation(),
                            ReportStep.reported(experiment),
                            experiment.preset().published(),
                            workspace.folder()));
            new OverviewReport().write(workspace.folder().getParent());
            written.summary().forEach(log::info);
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': the report could not be written: %s".formatted(experiment.name(), e.getMessage()),
                    e);
        }
    }
}
