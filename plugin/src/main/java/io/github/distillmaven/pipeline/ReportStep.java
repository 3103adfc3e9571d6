package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingCatalog;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.OverviewReport;
import io.github.distillmaven.report.ReplicateFolder;
import io.github.distillmaven.report.ReportRequest;
import io.github.distillmaven.report.WrittenReport;
import org.apache.maven.plugin.logging.Log;

/** Writes the page of the experiment and the overview, and tells the log what came out. */
final class ReportStep {

    static final String GOAL = "report";

    private final Workspace workspace;
    private final List<ReplicateSteps> replicates;
    private final Log log;

    ReportStep(Workspace workspace, List<ReplicateSteps> replicates, Log log) {
        this.workspace = workspace;
        this.replicates = replicates;
        this.log = log;
    }

    void run() throws StepFailedException {
        for (ReplicateSteps replicate : replicates) {
            replicate.require(GOAL);
        }
        Experiment experiment = workspace.experiment();
        try {
            WrittenReport written = new ExperimentReport()
                    .write(new ReportRequest(
                            experiment.name(),
                            experiment.preset().name(),
                            replicates.stream().map(ReportStep::folder).toList(),
                            experiment.controls(),
                            reported(experiment),
                            experiment.preset().published(),
                            workspace.source(),
                            workspace.inputs(),
                            workspace.folder()));
            new OverviewReport().write(workspace.folder().getParent());
            written.summary().forEach(log::info);
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': the report could not be written: %s".formatted(experiment.name(), e.getMessage()),
                    e);
        }
    }

    private static ReplicateFolder folder(ReplicateSteps replicate) {
        Workspace workspace = replicate.workspace();
        return new ReplicateFolder(workspace.experiment().seed(), workspace.place());
    }

    /** Paths and the like say nothing about the experiment, and would make two equal pages differ. */
    static List<SettingValue> reported(Experiment experiment) {
        return experiment.settings().stream()
                .filter(setting -> !SettingCatalog.LOCAL.contains(setting.path()))
                .toList();
    }
}
