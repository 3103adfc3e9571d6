package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.run.Shard;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.Occasion;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * The steps of one experiment: the only one, or a cell of a sweep.
 *
 * @param replicates all of them
 * @param independent the answers of other teachers to their inputs
 * @param own the replicates that this build makes
 * @param ownIndependent the answers to the inputs of these
 */
record CellSteps(
        Workspace workspace,
        DataStep data,
        List<ReplicateSteps> replicates,
        List<IndependentAnswers> independent,
        List<ReplicateSteps> own,
        List<IndependentAnswers> ownIndependent) {

    /**
     * Plans them.
     *
     * @param data brings the data sets
     * @param environment what is known to change the bits of what an engine makes
     * @param executors make what executes the steps of a part of the experiment
     */
    static CellSteps of(
            Workspace workspace,
            DataStep data,
            SortedMap<String, String> environment,
            ReplicateSteps.Executors executors) {
        List<ReplicateSteps> replicates = workspace.replicates().stream()
                .map(replicate -> ReplicateSteps.of(replicate, environment, executors))
                .toList();
        List<IndependentAnswers> independent = IndependentAnswers.of(workspace, replicates);
        Shard shard = workspace.experiment().store().shard();
        List<ReplicateSteps> own = IntStream.range(0, replicates.size())
                .filter(shard::has)
                .mapToObj(replicates::get)
                .toList();
        List<IndependentAnswers> ownIndependent = independent.stream()
                .filter(answers -> own.stream().anyMatch(answers::isOf))
                .toList();
        return new CellSteps(workspace, data, replicates, independent, own, ownIndependent);
    }

    /** The trainings of its teachers; of a shard also of those of others who are asked about inputs that were moved. */
    List<PlannedStep.Source> teachers() {
        List<PlannedStep.Source> teachers = new ArrayList<>();
        own.forEach(replicate -> teachers.addAll(replicate.teachers()));
        ownIndependent.stream()
                .map(IndependentAnswers::next)
                .distinct()
                .filter(asked -> !own.contains(asked))
                .forEach(asked -> teachers.add(asked::teacher));
        return teachers;
    }

    /** The students that it is about, one of each replicate. */
    List<ArmSteps> treatments() {
        return own.stream().map(ReplicateSteps::treatment).toList();
    }

    /** All other students. */
    List<ArmSteps> others() {
        return own.stream().flatMap(replicate -> replicate.others().stream()).toList();
    }

    /** The trainings of all students. */
    List<PlannedStep.Source> students() {
        return own.stream()
                .flatMap(replicate -> replicate.arms().stream())
                .map(arm -> (PlannedStep.Source) arm::student)
                .toList();
    }

    /** What asks other teachers. */
    List<PlannedStep.Source> answers() {
        return ownIndependent.stream()
                .map(answers -> (PlannedStep.Source) answers::step)
                .toList();
    }

    /** Checks that all results are there. */
    void require(String goal) throws StepFailedException {
        for (ReplicateSteps replicate : replicates) {
            replicate.require(goal);
        }
        for (IndependentAnswers answers : independent) {
            answers.require(goal);
        }
    }

    /** What its trainings came to, read from what they made. */
    Results results(String goal) throws StepFailedException, IOException {
        require(goal);
        return ExperimentReport.results(request(Occasion.none()));
    }

    /** What a report is to be about. */
    ReportRequest request(Occasion occasion) {
        Experiment experiment = workspace.experiment();
        return new ReportRequest(
                experiment.name(),
                experiment.preset().name(),
                replicates.stream().map(ReplicateSteps::folder).toList(),
                experiment.others(),
                experiment.evaluationSets(),
                experiment.setup(workspace.source().classNames()),
                ReportStep.reported(experiment),
                experiment.lists(),
                experiment.preset().published(),
                workspace.source(),
                workspace.inputs(),
                experiment.transfer().perturbation().choice(),
                new DataFiles(workspace).labelled(),
                workspace.folder(),
                workspace.data(),
                occasion);
    }
}
