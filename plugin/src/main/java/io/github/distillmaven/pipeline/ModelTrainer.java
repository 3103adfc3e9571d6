package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.RelabelledExamples;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;

/** Brings a trained model into the folder of its step. Teacher and student differ in what they are trained on alone. */
final class ModelTrainer {

    private final Workspace workspace;
    private final StepExecutor executor;
    private final Engine engine;

    ModelTrainer(Workspace workspace, StepExecutor executor, Engine engine) {
        this.workspace = workspace;
        this.executor = executor;
        this.engine = engine;
    }

    /** Trains a student on the transfer set in this workspace, unless its result is to be had. */
    void trainStudent(StepDefinition definition) throws StepFailedException, InterruptedException {
        ExampleFiles examples = ExampleFiles.in(
                workspace.step(StepName.TRANSFER).path(), workspace.source().shape());
        executor.execute(
                definition,
                place -> train(
                        definition.step(),
                        workspace.experiment().student(),
                        workspace.experiment().transfer().temperature(),
                        examples,
                        workspace.inputNormalizer().moments(),
                        place));
    }

    /** Trains the teacher on the images of its data set, unless its result is to be had. */
    void trainTeacher(StepDefinition definition) throws StepFailedException, InterruptedException {
        ExampleFiles examples = teacherExamples();
        executor.execute(definition, place -> trainTeacher(definition, examples, place));
    }

    /** Trains the own teacher of a control, unless its result is to be had. */
    void trainTeacherOf(Control control, StepDefinition definition) throws StepFailedException, InterruptedException {
        RelabelledExamples labels = new RelabelledExamples(
                control,
                teacherExamples(),
                workspace.experiment().teacher().examples(),
                new Seeds(workspace.experiment().seed()));
        executor.execute(definition, place -> {
            Path prepared = Files.createDirectories(place.output().resolve("prepared"));
            try {
                return trainTeacher(definition, labels.write(prepared), place);
            } finally {
                PathUtils.deleteDirectory(prepared);
            }
        });
    }

    private ExampleFiles teacherExamples() {
        DatasetSpec source = workspace.source();
        return DatasetLayout.files(source, workspace.data(source), Split.TRAIN);
    }

    private SortedMap<String, String> trainTeacher(StepDefinition definition, ExampleFiles examples, StepPlace place)
            throws StepFailedException, InterruptedException {
        return train(
                definition.step(),
                workspace.experiment().teacher(),
                1,
                examples,
                workspace.source().moments(),
                place);
    }

    /**
     * Lets a worker train a model.
     *
     * @param step which names the model's role
     * @param temperature at which it learns the labels
     * @param examples what the model is trained on, with the labels it is to learn
     * @param moments normalisation of the examples
     * @return facts about the machine, for the record
     */
    private SortedMap<String, String> train(
            StepName step,
            Training training,
            double temperature,
            ExampleFiles examples,
            Moments moments,
            StepPlace place)
            throws StepFailedException, InterruptedException {
        DatasetSpec source = workspace.source();
        return engine.run(
                new WorkerRequest.Train(
                        step.folder(),
                        workspace.experiment().seed(),
                        source.classNames().size(),
                        training,
                        workspace.experiment().run().precision(),
                        temperature,
                        examples,
                        moments,
                        List.of(new WorkerRequest.Evaluation(
                                WorkerRequest.Evaluation.TEST,
                                DatasetLayout.files(source, workspace.data(source), Split.TEST),
                                source.moments())),
                        place.output(),
                        new Checkpoints(
                                place.checkpoints(),
                                workspace.experiment().store().checkpointSeconds())),
                workspace.title(step),
                workspace.label(step),
                place.log());
    }
}
