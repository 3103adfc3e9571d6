package io.github.distillmaven.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.results.ReplicateFolder;

/**
 * The steps of one replicate.
 *
 * @param teacher its teacher
 * @param arms its students, the treatment first
 */
record ReplicateSteps(Workspace workspace, TeacherStep teacher, List<ArmSteps> arms) {

    /** Makes what executes the steps of a part of the experiment. */
    @FunctionalInterface
    interface Executors {
        StepExecutor of(Workspace part);
    }

    static ReplicateSteps of(
            Workspace workspace, Engine engine, SortedMap<String, String> environment, Executors executors) {
        StepDefinitions definitions = new StepDefinitions(workspace, environment);
        StepExecutor executor = executors.of(workspace);
        List<ArmSteps> arms = new ArrayList<>();
        arms.add(new TaughtArm(workspace, definitions, executor, engine, true));
        for (ExperimentArm arm : workspace.experiment().others()) {
            Workspace own = workspace.of(arm);
            arms.add(
                    arm.control().isPresent()
                            ? new ControlArm(workspace, arm, definitions, executors.of(own), engine)
                            : new TaughtArm(
                                    own,
                                    new StepDefinitions(own, environment),
                                    executors.of(own),
                                    engine,
                                    arm.hasOwnTransfer()));
        }
        return new ReplicateSteps(
                workspace,
                new TeacherStep(workspace, definitions, new ModelTrainer(workspace, executor, engine)),
                List.copyOf(arms));
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
        return new ReplicateFolder(workspace.experiment().seed(), workspace.place());
    }

    /** Checks that all results are there. */
    void require(String goal) throws StepFailedException {
        for (ArmSteps arm : arms) {
            arm.requireStudent(goal);
        }
    }
}
