package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.LabelledInputs;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.StepExecutor;
import io.github.distillmaven.pipeline.execution.StepPlace;
import io.github.distillmaven.pipeline.execution.StepPlan;
import io.github.distillmaven.pipeline.step.Earlier;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.worker.WorkerRequest;

/**
 * An arm whose transfer set is what the teacher makes of the inputs: the treatment, or a student that differs from it.
 *
 * @param executor of the arm's own workspace
 * @param labels whether its transfer set is not that of an arm before it
 */
record TaughtArm(StepDefinitions definitions, StepExecutor executor, boolean labels) implements ArmSteps {

    @Override
    public Optional<PlannedStep.Source> teacher() {
        return Optional.empty();
    }

    @Override
    public Optional<PlannedStep.Source> transfer() {
        return labels
                ? Optional.of(() ->
                        new PlannedStep(executor, transfer(Earlier.than(StepName.TRANSFER.goal())), new Labelled()))
                : Optional.empty();
    }

    @Override
    public PlannedStep student() throws StepFailedException {
        StepDefinition student = student(Earlier.than(StepName.STUDENT.goal()));
        accept();
        return new PlannedStep(executor, student, new ModelTrainer(workspace()).student());
    }

    @Override
    public void accept() throws StepFailedException {
        new TransferAcceptance(workspace()).require();
    }

    @Override
    public Optional<StepDefinition> ownTeacher() {
        return Optional.empty();
    }

    @Override
    public StepDefinition transfer(Earlier earlier) throws StepFailedException {
        return new TransferTeachers(workspace(), definitions, earlier).transfer();
    }

    @Override
    public boolean movesInputs() {
        return labels
                && workspace()
                        .experiment()
                        .transfer()
                        .perturbation()
                        .component()
                        .moves();
    }

    private Workspace workspace() {
        return executor.workspace();
    }

    /** The inputs that are kept under the teacher's labels. */
    private final class Labelled implements StepPlan {

        private final Labeller labeller = new Labeller(workspace());

        @Override
        public Optional<WorkerRequest> request(StepPlace place) throws StepFailedException, IOException {
            return Optional.of(labeller.label(place));
        }

        @Override
        public void finish(StepPlace place) throws StepFailedException, IOException {
            place.deletePrepared();
            LabelledInputs labelled =
                    labeller.labelled(labeller.moved(labeller.inputs(), place.output()), place.output());
            Chosen<Selection> keep = workspace().experiment().transfer().keep();
            Seeds seeds = new Seeds(workspace().experiment().seed());
            TransferSet.select(labelled, keep, seeds.stream("keep/" + keep.id()))
                    .after(labeller.attackResult(labelled))
                    .write(place.output());
        }
    }
}
