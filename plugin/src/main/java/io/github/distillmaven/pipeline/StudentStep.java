package io.github.distillmaven.pipeline;

import io.github.distillmaven.experiment.StepRecord;

/** Trains the student on the transfer set and nothing else. */
final class StudentStep {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final ModelTrainer trainer;

    StudentStep(Workspace workspace, StepDefinitions definitions, ModelTrainer trainer) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.trainer = trainer;
    }

    void run() throws StepFailedException, InterruptedException {
        Predecessor predecessor = new Predecessor(workspace, StepName.STUDENT.goal());
        predecessor.require(definitions.data());
        StepRecord teacher = predecessor.require(definitions.teacher());
        StepRecord transfer = predecessor.require(definitions.transfer(teacher));
        new TransferAcceptance(workspace).require();
        trainer.trainStudent(definitions.student(transfer));
    }
}
