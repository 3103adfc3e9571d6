package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.dataset.ControlSet;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Examples;

/** Makes the transfer set of a control from that of the treatment, and trains its student. */
final class ControlArm implements ArmSteps {

    private final Workspace treatment;
    private final Workspace workspace;
    private final Control control;
    private final StepDefinitions definitions;
    private final StepExecutor executor;
    private final ModelTrainer trainer;
    private final Labeller labeller;

    /**
     * @param treatment the replicate that it is a control of
     * @param executor of the control's own workspace
     */
    ControlArm(
            Workspace treatment, ExperimentArm arm, StepDefinitions definitions, StepExecutor executor, Engine engine) {
        this.treatment = treatment;
        this.workspace = treatment.of(arm);
        this.control = arm.control().orElseThrow();
        this.definitions = definitions;
        this.executor = executor;
        this.trainer = new ModelTrainer(workspace, executor, engine);
        this.labeller = new Labeller(workspace, engine);
    }

    @Override
    public void label() throws StepFailedException, InterruptedException {
        StepRecord transfer = requireTreatment(StepName.TRANSFER.goal());
        Optional<StepRecord> labeller = Optional.empty();
        if (control.hasOwnTeacher()) {
            trainer.trainTeacherOf(control, definitions.teacherOf(control));
            labeller = workspace.step(StepName.TEACHER).read();
        }
        executor.execute(definitions.control(control, transfer, labeller), this::draw);
    }

    @Override
    public void train() throws StepFailedException, InterruptedException {
        trainer.trainStudent(definitions.student(require(StepName.STUDENT.goal())));
    }

    @Override
    public void requireStudent(String goal) throws StepFailedException {
        new Predecessor(workspace, goal).require(definitions.student(require(goal)));
    }

    private StepRecord require(String goal) throws StepFailedException {
        StepRecord transfer = requireTreatment(goal);
        Predecessor predecessor = new Predecessor(workspace, goal);
        Optional<StepRecord> labeller = control.hasOwnTeacher()
                ? Optional.of(predecessor.require(definitions.teacherOf(control)))
                : Optional.empty();
        return predecessor.require(definitions.control(control, transfer, labeller));
    }

    private StepRecord requireTreatment(String goal) throws StepFailedException {
        Predecessor predecessor = new Predecessor(treatment, goal);
        predecessor.require(definitions.data());
        return predecessor.require(definitions.transfer(predecessor.require(definitions.teacher())));
    }

    private SortedMap<String, String> draw(StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        Path ofTreatment = treatment.step(StepName.TRANSFER).path();
        Examples originals = labeller.inputs();
        Examples inputs = control.undoesPerturbation() ? originals : labeller.moved(originals, ofTreatment);
        SortedMap<String, String> machine = new TreeMap<>();
        Path answers = ofTreatment;
        if (control.hasOwnTeacher()) {
            machine = labeller.labelMoved(inputs, place);
            answers = place.output();
        }
        new ControlSet(labeller.labelled(inputs, answers), TransferTable.read(ofTreatment.resolve(TransferSet.TABLE)))
                .of(control, new Seeds(workspace.experiment().seed()).stream("control/" + control.id()))
                .write(place.output());
        return machine;
    }
}
