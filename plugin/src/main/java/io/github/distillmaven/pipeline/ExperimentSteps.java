package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.execution.JointSteps;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.SeparateSteps;
import io.github.distillmaven.pipeline.execution.StepRunner;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.evidence.Occasion;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.apache.maven.plugin.logging.Log;

/** The steps of an experiment. Each method is one goal and builds on the folders that the earlier ones left. */
final class ExperimentSteps {

    private final DataStep data;
    private final List<ReplicateSteps> replicates;
    private final List<IndependentAnswers> independent;
    private final StepRunner runner;
    private final Workspace workspace;
    private final Log log;

    /**
     * @param data brings the data sets
     * @param executors make what executes the steps of a part of the experiment
     */
    ExperimentSteps(Workspace workspace, DataStep data, Engine engine, ReplicateSteps.Executors executors, Log log) {
        this.data = data;
        replicates = workspace.replicates().stream()
                .map(replicate -> ReplicateSteps.of(replicate, engine.environment(), executors))
                .toList();
        independent = IndependentAnswers.of(workspace, replicates);
        runner = workspace.experiment().sideBySide()
                ? new JointSteps(workspace, engine, log)
                : new SeparateSteps(engine);
        this.workspace = workspace;
        this.log = log;
    }

    /** Goal {@code fetch-data}. */
    void fetchData() throws StepFailedException, InterruptedException {
        data.run();
    }

    /** Goal {@code train-teacher}. */
    void trainTeacher() throws StepFailedException, InterruptedException {
        tellSizes(StepName.TEACHER, Stream.of(workspace.experiment().teacher()));
        runner.run(replicates.stream()
                .flatMap(replicate -> replicate.teachers().stream())
                .toList());
    }

    /**
     * Goal {@code mislabel}. Other sets are made of the treatment's, once that was accepted. Then independent teachers are asked about all
     * inputs that were moved.
     */
    void mislabel() throws StepFailedException, InterruptedException {
        List<ArmSteps> treatments =
                replicates.stream().map(ReplicateSteps::treatment).toList();
        List<ArmSteps> others = replicates.stream()
                .flatMap(replicate -> replicate.others().stream())
                .toList();
        label(treatments);
        label(others);
        runner.run(independent.stream()
                .map(answers -> (PlannedStep.Source) answers::step)
                .toList());
    }

    private void label(List<ArmSteps> arms) throws StepFailedException, InterruptedException {
        runner.run(arms.stream().flatMap(arm -> arm.teacher().stream()).toList());
        runner.run(arms.stream().flatMap(arm -> arm.transfer().stream()).toList());
        for (ArmSteps arm : arms) {
            arm.accept();
        }
    }

    /** Goal {@code train-student}. */
    void trainStudent() throws StepFailedException, InterruptedException {
        tellSizes(StepName.STUDENT, workspace.experiment().arms().stream().map(ExperimentArm::training));
        runner.run(replicates.stream()
                .flatMap(replicate -> replicate.arms().stream())
                .map(arm -> (PlannedStep.Source) arm::student)
                .toList());
    }

    private void tellSizes(StepName step, Stream<Training> trainings) {
        trainings
                .flatMap(training ->
                        training
                                .size(
                                        workspace.source().shape(),
                                        workspace.source().classNames().size())
                                .stream())
                .distinct()
                .forEach(size -> log.info(step.folder() + ": " + size));
    }

    /** Goal {@code report}. */
    void report() throws StepFailedException {
        require(ReportStep.GOAL);
        ReportStep report = new ReportStep(workspace, log);
        report.run(() -> new ExperimentReport(new ExpectedResults(workspace)).write(request(report.occasion())));
    }

    /** Goal {@code check}. */
    void check() throws StepFailedException {
        new CheckStep(workspace, log).run(() -> {
            require(CheckStep.GOAL);
            return ExperimentReport.results(request(Occasion.none()));
        });
    }

    /** Checks that all results are there. */
    private void require(String goal) throws StepFailedException {
        for (ReplicateSteps replicate : replicates) {
            replicate.require(goal);
        }
        for (IndependentAnswers answers : independent) {
            answers.require(goal);
        }
    }

    private ReportRequest request(Occasion occasion) {
        Experiment experiment = workspace.experiment();
        return new ReportRequest(
                experiment.name(),
                experiment.preset().name(),
                replicates.stream().map(ReplicateSteps::folder).toList(),
                experiment.others(),
                experiment.evaluationSets(),
                experiment.setup(workspace.source().classNames()),
                ReportStep.reported(experiment),
                experiment.preset().published(),
                workspace.source(),
                workspace.inputs(),
                experiment.transfer().perturbation().choice(),
                new DataFiles(workspace).labelled(),
                workspace.folder(),
                occasion);
    }
}
