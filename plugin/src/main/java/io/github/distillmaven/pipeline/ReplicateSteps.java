package io.github.distillmaven.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.StepExecutor;
import io.github.distillmaven.pipeline.step.Predecessor;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.results.evidence.ReplicateFolder;

/**
 * The steps of one replicate.
 *
 * @param executor of the replicate
 * @param arms its students, the treatment first
 * @param ensemble its further teachers, which have no students
 */
record ReplicateSteps(
        StepExecutor executor, StepDefinitions definitions, List<ArmSteps> arms, List<ReplicateSteps> ensemble) {

    /** Makes what executes the steps of a part of the experiment. */
    @FunctionalInterface
    interface Executors {
        StepExecutor of(Workspace part);
    }

    /** @param environment what is known to change the bits of what an engine makes */
    static ReplicateSteps of(Workspace workspace, SortedMap<String, String> environment, Executors executors) {
        StepDefinitions definitions = new StepDefinitions(workspace, environment);
        StepExecutor executor = executors.of(workspace);
        List<ArmSteps> arms = new ArrayList<>();
        arms.add(new TaughtArm(definitions, executor, true));
        for (ExperimentArm arm : workspace.experiment().others()) {
            Workspace own = workspace.of(arm);
            StepDefinitions ofArm = new StepDefinitions(own, environment);
            arms.add(
                    arm.control().isPresent()
                            ? new ControlArm(
                                    workspace, arm.control().get(), ofArm, executors.of(own), arm.hasOwnTransfer())
                            : new TaughtArm(ofArm, executors.of(own), arm.hasOwnTransfer()));
        }
        List<ReplicateSteps> ensemble = IntStream.rangeClosed(
                        1, workspace.experiment().ensemble())
                .mapToObj(workspace::member)
                .map(member -> new ReplicateSteps(
                        executors.of(member), new StepDefinitions(member, environment), List.of(), List.of()))
                .toList();
        return new ReplicateSteps(executor, definitions, List.copyOf(arms), ensemble);
    }

    /** The trainings of all its teachers. */
    List<PlannedStep.Source> teachers() {
        return Stream.concat(Stream.of(this), ensemble.stream())
                .map(each -> (PlannedStep.Source) each::teacher)
                .toList();
    }

    /** The training of its teacher on its data set, with the true labels. */
    PlannedStep teacher() throws StepFailedException {
        new Predecessor(workspace(), StepName.TEACHER.goal()).require(definitions.data());
        return new PlannedStep(executor, definitions.teacher(), new ModelTrainer(workspace()).teacher());
    }

    /** The student that the experiment is about. */
    ArmSteps treatment() {
        return arms.get(0);
    }

    /** All other students. */
    List<ArmSteps> others() {
        return arms.subList(1, arms.size());
    }

    /** Where its results lie, for the report. */
    ReplicateFolder folder() {
        return new ReplicateFolder(workspace().experiment().seed(), workspace().place(), ensemble.size());
    }

    /** Checks that all results are there. */
    void require(String goal) throws StepFailedException {
        for (ArmSteps arm : arms) {
            arm.requireStudent(goal);
        }
    }

    private Workspace workspace() {
        return executor.workspace();
    }
}
