package io.github.distillmaven.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Shard;
import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.execution.JointSteps;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.SeparateSteps;
import io.github.distillmaven.pipeline.execution.StepRunner;
import io.github.distillmaven.pipeline.plan.RecordsThere;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.evidence.Occasion;
import io.github.distillmaven.results.evidence.ReportRequest;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.plugin.logging.Log;

/** The steps of an experiment. Each method is one goal and builds on the folders that the earlier ones left. */
final class ExperimentSteps {

    private final DataStep data;
    private final List<ReplicateSteps> replicates;
    private final List<IndependentAnswers> independent;
    /** The replicates that this build makes, and the answers of other teachers to their inputs. */
    private final List<ReplicateSteps> own;

    private final List<IndependentAnswers> ownIndependent;
    private final StepRunner runner;
    private final Workspace workspace;
    private final Log log;
    private final int atOnce;

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
        Shard shard = workspace.experiment().store().shard();
        own = IntStream.range(0, replicates.size())
                .filter(shard::has)
                .mapToObj(replicates::get)
                .toList();
        ownIndependent = independent.stream()
                .filter(answers -> own.stream().anyMatch(answers::isOf))
                .toList();
        runner = workspace.experiment().sideBySide()
                ? new JointSteps(workspace, engine, log)
                : new SeparateSteps(engine);
        this.workspace = workspace;
        this.log = log;
        atOnce = engine.atOnce();
    }

    /** Goal {@code fetch-data}. */
    void fetchData() throws StepFailedException, InterruptedException {
        data.run();
    }

    /** Goal {@code train-teacher}. Of a shard also those of others who are asked about inputs that were moved. */
    void trainTeacher() throws StepFailedException, InterruptedException {
        tellSizes(StepName.TEACHER, Stream.of(workspace.experiment().teacher()));
        List<PlannedStep.Source> teachers = new ArrayList<>();
        own.forEach(replicate -> teachers.addAll(replicate.teachers()));
        ownIndependent.stream()
                .map(IndependentAnswers::next)
                .distinct()
                .filter(asked -> !own.contains(asked))
                .forEach(asked -> teachers.add(asked::teacher));
        runner.run(teachers);
    }

    /**
     * Goal {@code mislabel}. Other sets are made of the treatment's, once that was accepted. Then independent teachers are asked about all
     * inputs that were moved.
     */
    void mislabel() throws StepFailedException, InterruptedException {
        List<ArmSteps> treatments = own.stream().map(ReplicateSteps::treatment).toList();
        List<ArmSteps> others =
                own.stream().flatMap(replicate -> replicate.others().stream()).toList();
        label(treatments);
        label(others);
        runner.run(ownIndependent.stream()
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
        runner.run(own.stream()
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
        if (leftToTheGathering(ReportStep.GOAL)) {
            return;
        }
        require(ReportStep.GOAL);
        ReportStep report = new ReportStep(workspace, log);
        report.run(() -> new ExperimentReport(new ExpectedResults(workspace)).write(request(report.occasion())));
    }

    /** Goal {@code check}. */
    void check() throws StepFailedException {
        if (leftToTheGathering(CheckStep.GOAL)) {
            return;
        }
        new CheckStep(workspace, log).run(() -> {
            require(CheckStep.GOAL);
            return ExperimentReport.results(request(Occasion.none()));
        });
    }

    private boolean leftToTheGathering(String goal) {
        Shard shard = workspace.experiment().store().shard();
        if (shard.isPart()) {
            log.info(
                    "%s: nothing to do in shard %s, which made %s of %s replicates. -Ddistill.shard=all/%s gathers them."
                            .formatted(goal, shard, own.size(), replicates.size(), shard.of()));
        }
        return shard.isPart();
    }

    /**
     * Tells the log what this build would make.
     *
     * @param records where results are looked for
     * @param store whose other results tell how long such a thing takes
     */
    void plan(RecordsThere records, StoreSession store) throws StepFailedException {
        data.plan();
        new ExperimentPlan(own, ownIndependent, records)
                .table(store, workspace.experiment().sideBySide(), atOnce)
                .lines()
                .forEach(log::info);
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
