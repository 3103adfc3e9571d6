package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.SortedMap;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.results.ReplicateFolder;

/**
 * The steps of one replicate.
 *
 * @param teacher its teacher
 * @param transfer what the teacher makes of the inputs
 * @param student the treatment
 * @param controls further students
 */
record ReplicateSteps(
        Workspace workspace,
        StepDefinitions definitions,
        TeacherStep teacher,
        TransferStep transfer,
        StudentStep student,
        List<ControlStep> controls) {

    /** Makes what executes the steps of a part of the experiment. */
    @FunctionalInterface
    interface Executors {

        StepExecutor of(Workspace part);
    }

    static ReplicateSteps of(
            Workspace workspace,
            TensorFlowWorkers workers,
            SortedMap<String, String> environment,
            Executors executors) {
        StepDefinitions definitions = new StepDefinitions(workspace, environment);
        StepExecutor executor = executors.of(workspace);
        ModelTrainer trainer = new ModelTrainer(workspace, executor, workers);
        return new ReplicateSteps(
                workspace,
                definitions,
                new TeacherStep(workspace, definitions, trainer),
                new TransferStep(workspace, definitions, executor, workers),
                new StudentStep(workspace, definitions, trainer),
                workspace.experiment().others().stream()
                        .map(arm ->
                                new ControlStep(workspace, arm, definitions, executors.of(workspace.of(arm)), workers))
                        .toList());
    }

    /** Where its results lie, for the report. */
    ReplicateFolder folder() {
        return new ReplicateFolder(workspace.experiment().seed(), workspace.place());
    }

    /** Checks that all results are there; the key of the treatment's student. */
    String require(String goal) throws StepFailedException {
        Predecessor predecessor = new Predecessor(workspace, goal);
        predecessor.require(definitions.data());
        StepRecord made = predecessor.require(definitions.transfer(predecessor.require(definitions.teacher())));
        StepRecord student = predecessor.require(definitions.student(made));
        for (ControlStep control : controls) {
            control.requireStudent(goal);
        }
        return student.key();
    }
}
