package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.SortedMap;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.KnownDatasets;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.Occasion;
import io.github.distillmaven.results.PointReportRequest;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.maven.plugin.logging.Log;

/** The steps of the two-dimensional experiment. Each makes the results of all seeds in one worker. */
final class PointSteps implements ExperimentSteps {

    private final Workspace workspace;
    private final PointDefinitions definitions;
    private final StepExecutor executor;
    private final Engine engine;
    private final Log log;

    PointSteps(Workspace workspace, Engine engine, StepExecutor executor, Log log) {
        this.workspace = workspace;
        this.definitions = new PointDefinitions(workspace.experiment(), engine.environment());
        this.executor = executor;
        this.engine = engine;
        this.log = log;
    }

    @Override
    public void fetchData() {
        log.info("data: " + KnownDatasets.RANDOM_POINTS + " are drawn with the teachers, there is nothing to fetch");
    }

    @Override
    public void trainTeacher() throws StepFailedException, InterruptedException {
        Experiment experiment = workspace.experiment();
        executor.execute(
                definitions.teacher(),
                place -> run(
                        StepName.TEACHER,
                        place,
                        new PointRequest.Teachers(
                                experiment.seeds(), experiment.teacher(), engine.threads(), place.output())));
    }

    @Override
    public void mislabel() throws StepFailedException, InterruptedException {
        Experiment experiment = workspace.experiment();
        StepRecord teacher = predecessor(StepName.TRANSFER).require(definitions.teacher());
        executor.execute(
                definitions.transfer(teacher),
                place -> run(
                        StepName.TRANSFER,
                        place,
                        new PointRequest.Transfers(
                                experiment.seeds(),
                                experiment.teacher(),
                                experiment.transfer().perturbation().choice(),
                                folder(StepName.TEACHER),
                                engine.threads(),
                                place.output())));
        new PointAcceptance(experiment).require(folder(StepName.TRANSFER));
    }

    @Override
    public void trainStudent() throws StepFailedException, InterruptedException {
        Experiment experiment = workspace.experiment();
        Predecessor predecessor = predecessor(StepName.STUDENT);
        StepRecord teacher = predecessor.require(definitions.teacher());
        StepRecord transfer = predecessor.require(definitions.transfer(teacher));
        new PointAcceptance(experiment).require(folder(StepName.TRANSFER));
        executor.execute(
                definitions.student(teacher, transfer),
                place -> run(
                        StepName.STUDENT,
                        place,
                        new PointRequest.Students(
                                experiment.seeds(),
                                experiment.student(),
                                experiment.controls().stream().map(Control::id).toList(),
                                folder(StepName.TEACHER),
                                folder(StepName.TRANSFER),
                                engine.threads(),
                                place.output())));
    }

    @Override
    public void report() throws StepFailedException {
        require(ReportStep.GOAL);
        ReportStep report = new ReportStep(workspace, log);
        report.run(() -> new ExperimentReport(new ExpectedResults(workspace)).write(request(report.occasion())));
    }

    @Override
    public void check() throws StepFailedException {
        new CheckStep(workspace, log).run(() -> {
            require(CheckStep.GOAL);
            return ExperimentReport.results(request(Occasion.none()));
        });
    }

    /** Checks that all results are there. */
    private void require(String goal) throws StepFailedException {
        Predecessor predecessor = new Predecessor(workspace, goal);
        StepRecord teacher = predecessor.require(definitions.teacher());
        predecessor.require(definitions.student(teacher, predecessor.require(definitions.transfer(teacher))));
    }

    private PointReportRequest request(Occasion occasion) {
        Experiment experiment = workspace.experiment();
        return new PointReportRequest(
                experiment.name(),
                experiment.preset().name(),
                experiment.seeds(),
                experiment.others(),
                experiment.transfer().perturbation().choice(),
                ReportStep.reported(experiment),
                experiment.preset().published(),
                workspace.folder(),
                occasion);
    }

    private SortedMap<String, String> run(StepName step, StepPlace place, WorkerRequest request)
            throws StepFailedException, InterruptedException {
        return engine.run(request, workspace.title(step), workspace.label(step), place.log());
    }

    private Predecessor predecessor(StepName step) {
        return new Predecessor(workspace, step.goal());
    }

    private Path folder(StepName step) {
        return workspace.step(step).path();
    }
}
