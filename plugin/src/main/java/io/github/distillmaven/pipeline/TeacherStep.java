package io.github.distillmaven.pipeline;

/** Trains the teacher on its data set, with the true labels. */
final class TeacherStep {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final ModelTrainer trainer;

    TeacherStep(Workspace workspace, StepDefinitions definitions, ModelTrainer trainer) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.trainer = trainer;
    }

    void run() throws StepFailedException, InterruptedException {
        new Predecessor(workspace, StepName.TEACHER.goal()).require(definitions.data());
        trainer.trainTeacher(definitions.teacher());
    }
}
