package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.ControlSet;
import io.github.distillmaven.dataset.transfer.LabelledInputs;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.Examples;
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
 * Makes the transfer set of a control from that of the treatment, and trains its student.
 *
 * @param treatment the replicate that it is a control of
 * @param definitions of the control's own workspace, as is the executor
 * @param rearranges whether its transfer set is not that of an arm before it
 */
record ControlArm(
        Workspace treatment, Control control, StepDefinitions definitions, StepExecutor executor, boolean rearranges)
        implements ArmSteps {

    @Override
    public Optional<PlannedStep.Source> teacher() {
        return rearranges && control.hasOwnTeacher()
                ? Optional.of(() -> {
                    requireTreatment(Earlier.than(StepName.TRANSFER.goal()));
                    return new PlannedStep(
                            executor, definitions.teacherOf(control), new ModelTrainer(workspace()).teacherOf(control));
                })
                : Optional.empty();
    }

    @Override
    public Optional<PlannedStep.Source> transfer() {
        return rearranges
                ? Optional.of(() ->
                        new PlannedStep(executor, transfer(Earlier.than(StepName.TRANSFER.goal())), new Rearranged()))
                : Optional.empty();
    }

    @Override
    public PlannedStep student() throws StepFailedException {
        return new PlannedStep(
                executor, student(Earlier.than(StepName.STUDENT.goal())), new ModelTrainer(workspace()).student());
    }

    /** A control's set is made of one that was accepted. */
    @Override
    public void accept() {}

    /** What moves inputs toward targets puts the features of those into them as its teacher knows them: so has to do another teacher. */
    @Override
    public boolean movesInputs() {
        return control.hasOwnTeacher() && workspace().experiment().transfer().movesToTargets();
    }

    @Override
    public Optional<StepDefinition> ownTeacher() {
        return control.hasOwnTeacher() ? Optional.of(definitions.teacherOf(control)) : Optional.empty();
    }

    @Override
    public StepDefinition transfer(Earlier earlier) throws StepFailedException {
        StepRecord treated = requireTreatment(earlier);
        Optional<StepDefinition> own = ownTeacher();
        Optional<StepRecord> labeller =
                own.isPresent() ? Optional.of(earlier.require(workspace(), own.get())) : Optional.empty();
        return definitions.control(
                control, treated, labeller, movesInputs() ? teachers(earlier).ensemble() : List.of());
    }

    private StepRecord requireTreatment(Earlier earlier) throws StepFailedException {
        return earlier.require(treatment, teachers(earlier).transfer());
    }

    private TransferTeachers teachers(Earlier earlier) {
        return new TransferTeachers(treatment, definitions, earlier);
    }

    private Workspace workspace() {
        return executor.workspace();
    }

    /** The treatment's set as the control rearranges it. */
    private final class Rearranged implements StepPlan {

        private final Labeller labeller = new Labeller(workspace());
        private final Path ofTreatment = treatment.step(StepName.TRANSFER).path();

        @Override
        public Optional<WorkerRequest> request(StepPlace place) throws StepFailedException, IOException {
            if (movesInputs()) {
                return Optional.of(labeller.label(place));
            }
            return control.hasOwnTeacher()
                    ? Optional.of(labeller.labelMoved(inputs(ofTreatment), place))
                    : Optional.empty();
        }

        @Override
        public void finish(StepPlace place) throws StepFailedException, IOException {
            place.deletePrepared();
            Path answers = control.hasOwnTeacher() ? place.output() : ofTreatment;
            LabelledInputs labelled = labeller.labelled(inputs(movesInputs() ? answers : ofTreatment), answers);
            new ControlSet(labelled, TransferTable.read(ofTreatment.resolve(TransferSet.TABLE)))
                    .of(control, new Seeds(workspace().experiment().seed()).stream("control/" + control.id()))
                    .after(movesInputs() ? labeller.attackResult(labelled) : Optional.empty())
                    .write(place.output());
        }

        private Examples inputs(Path moved) throws StepFailedException, IOException {
            Examples originals = labeller.inputs();
            return control.undoesPerturbation() ? originals : labeller.moved(originals, moved);
        }
    }
}
