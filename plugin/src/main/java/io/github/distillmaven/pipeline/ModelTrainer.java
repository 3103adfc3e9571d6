package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.pipeline.execution.StepPlace;
import io.github.distillmaven.pipeline.execution.StepPlan;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.EvaluationInputs;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.pipeline.step.SideBySide;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;

/** Knows how the models of a workspace are trained. Teacher and student differ in what they are trained on alone. */
record ModelTrainer(Workspace workspace) {

    /** The student, on the transfer set in this workspace. */
    StepPlan student() {
        return place -> Optional.of(request(
                StepName.STUDENT,
                workspace.experiment().student(),
                workspace.experiment().transfer().temperature(),
                ExampleFiles.in(
                        workspace.step(StepName.TRANSFER).path(),
                        workspace.source().shape()),
                workspace.inputNormalizer().moments(),
                place));
    }

    /** The teacher, on the examples of its data set; or as the model that it is. */
    StepPlan teacher() {
        if (workspace.model().isPresent()) {
            FoundModel model = workspace.model().get();
            return place -> Optional.of(adopt(model, place));
        }
        if (workspace.source().drawn()) {
            return place -> Optional.of(teacher(SideBySide.NO_FILES, place));
        }
        return workspace.experiment().validation().isNone()
                ? place -> Optional.of(teacher(files().learnt(), place))
                : place -> Optional.of(teacher(written(files().split().learnt(), place), place));
    }

    private WorkerRequest adopt(FoundModel model, StepPlace place) throws IOException, StepFailedException {
        Path files = place.prepared().resolve("model");
        model.copy().to(files);
        return new WorkerRequest.Adopt(
                model.declared().place(),
                model.declared().use(),
                files,
                workspace.source().classNames().size(),
                new EvaluationInputs(workspace).write(place.prepared().resolve("evaluations")),
                place.output());
    }

    /** The own teacher of a control. */
    StepPlan teacherOf(Control control) {
        return place -> Optional.of(teacher(written(files().split().relabelled(control), place), place));
    }

    private static ExampleFiles written(Examples examples, StepPlace place) throws IOException {
        return ExampleWriter.write(
                examples, Files.createDirectories(place.prepared().resolve("examples")));
    }

    private WorkerRequest teacher(ExampleFiles examples, StepPlace place) throws IOException, StepFailedException {
        Training training = workspace.experiment().teacher();
        return request(
                StepName.TEACHER,
                workspace.experiment().validation().isNone() ? training : training.onAll(),
                1,
                examples,
                workspace.source().moments(),
                place);
    }

    /**
     * What trains a model.
     *
     * @param step which names the model's role
     * @param temperature at which it learns the labels
     * @param examples what the model is trained on, with the labels it is to learn; no files where it draws them
     * @param moments normalisation of the examples
     */
    private WorkerRequest request(
            StepName step,
            Training training,
            double temperature,
            ExampleFiles examples,
            Moments moments,
            StepPlace place)
            throws IOException, StepFailedException {
        DatasetSpec source = workspace.source();
        WorkerRequest.Train train = new WorkerRequest.Train(
                step.folder(),
                workspace.experiment().seed(),
                source.classNames().size(),
                training,
                workspace.experiment().run().precision(),
                temperature,
                examples,
                moments,
                examples.files().isEmpty()
                        ? List.of()
                        : new EvaluationInputs(workspace).write(place.prepared().resolve("evaluations")),
                place.output(),
                new Checkpoints(
                        place.checkpoints(), workspace.experiment().store().checkpointSeconds()));
        return workspace.experiment().sideBySide() ? new SideBySide(workspace).of(train, step) : train;
    }

    private DataFiles files() {
        return new DataFiles(workspace);
    }
}
