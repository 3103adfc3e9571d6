package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.SortedMap;

import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Examples;

/** An arm whose transfer set is what the teacher makes of the inputs: the treatment, or a student that differs from it. */
final class TaughtArm implements ArmSteps {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final StepExecutor executor;
    private final Labeller labeller;
    private final ModelTrainer trainer;
    private final boolean labels;

    /**
     * @param executor of the arm's own workspace
     * @param labels whether its transfer set is not that of an arm before it
     */
    TaughtArm(Workspace workspace, StepDefinitions definitions, StepExecutor executor, Engine engine, boolean labels) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.executor = executor;
        this.labeller = new Labeller(workspace, engine);
        this.trainer = new ModelTrainer(workspace, executor, engine);
        this.labels = labels;
    }

    @Override
    public void label() throws StepFailedException, InterruptedException {
        if (labels) {
            executor.execute(definitions.transfer(requireTeacher(StepName.TRANSFER.goal())), this::label);
            new TransferAcceptance(workspace).require();
        }
    }

    @Override
    public void train() throws StepFailedException, InterruptedException {
        StepRecord transfer = requireTransfer(StepName.STUDENT.goal());
        new TransferAcceptance(workspace).require();
        trainer.trainStudent(definitions.student(transfer));
    }

    @Override
    public void requireStudent(String goal) throws StepFailedException {
        new Predecessor(workspace, goal).require(definitions.student(requireTransfer(goal)));
    }

    private StepRecord requireTeacher(String goal) throws StepFailedException {
        Predecessor predecessor = new Predecessor(workspace, goal);
        predecessor.require(definitions.data());
        return predecessor.require(definitions.teacher());
    }

    private StepRecord requireTransfer(String goal) throws StepFailedException {
        return new Predecessor(workspace, goal).require(definitions.transfer(requireTeacher(goal)));
    }

    private SortedMap<String, String> label(StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        Examples images = labeller.inputs();
        SortedMap<String, String> machine = labeller.label(images, place);
        TransferSet.select(
                        labeller.labelled(labeller.moved(images, place.output()), place.output()),
                        workspace.experiment().transfer().keep().component())
                .write(place.output());
        return machine;
    }
}
