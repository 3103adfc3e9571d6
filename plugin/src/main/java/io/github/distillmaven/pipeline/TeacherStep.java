package io.github.distillmaven.pipeline;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;

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
        DatasetSpec source = workspace.source();
        trainer.train(
                definitions.teacher(),
                workspace.experiment().teacher(),
                DatasetLayout.files(source, workspace.data(source), Split.TRAIN),
                source.moments());
    }
}
