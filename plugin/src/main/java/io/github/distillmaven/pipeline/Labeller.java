package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.InputNormalizer;
import io.github.distillmaven.dataset.LabelledInputs;
import io.github.distillmaven.dataset.NpyFile;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.TeacherAnswers;
import io.github.distillmaven.extension.Values;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;

/** Lets the teacher of a workspace label the inputs. */
final class Labeller {

    private final Workspace workspace;
    private final Engine engine;

    Labeller(Workspace workspace, Engine engine) {
        this.workspace = workspace;
        this.engine = engine;
    }

    /** The images to label, as the student is to see them. */
    Examples inputs() throws StepFailedException, IOException {
        Examples all = workspace.inputNormalizer().prepare(ExampleReader.read(files()));
        int wanted = workspace.experiment().transfer().examples();
        if (wanted > all.size()) {
            throw new StepFailedException(
                    "Experiment '%s': <transfer><examples> is %s, but '%s' has %s training images."
                            .formatted(
                                    workspace.experiment().name(),
                                    wanted,
                                    workspace.inputs().name(),
                                    all.size()));
        }
        return all.first(wanted);
    }

    /** The same images as the teacher's perturbation left them, if there is one. */
    Examples moved(Examples images, Path answers) throws IOException {
        return perturbation().isEmpty()
                ? images
                : new Examples(
                        images.shape(),
                        new Values.FloatValues(NpyFile.read(answers.resolve(TransferSet.INPUTS))
                                .floats()),
                        images.targets());
    }

    /**
     * Moves the images, if they are to be moved, and writes the teacher's predictions for them to the step's output.
     *
     * @param images as {@link #inputs} gives them
     * @return facts about the machine, for the record
     */
    SortedMap<String, String> label(Examples images, StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        return label(images, perturbation(), place);
    }

    /** Writes the teacher's predictions for images that were moved before, if they are to be moved, to the step's output. */
    SortedMap<String, String> labelMoved(Examples images, StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        return label(images, Optional.empty(), place);
    }

    private SortedMap<String, String> label(Examples images, Optional<Choice> perturbation, StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        InputNormalizer normalizer = workspace.inputNormalizer();
        Path prepared = Files.createDirectories(place.output().resolve("prepared"));
        boolean asTheyAre = !normalizer.changesPixels()
                && workspace.experiment().transfer().examples() == 0
                && perturbation.equals(perturbation());
        SortedMap<String, String> machine = engine.run(
                new WorkerRequest.Label(
                        workspace.step(StepName.TEACHER).path().resolve("model"),
                        asTheyAre ? files() : ExampleWriter.write(images, prepared),
                        normalizer.moments(),
                        workspace.experiment().transfer().labels().component().needsLogits(),
                        perturbation,
                        place.output()),
                workspace.title(StepName.TRANSFER),
                workspace.label(StepName.TRANSFER),
                place.log());
        PathUtils.deleteDirectory(prepared);
        return machine;
    }

    private Optional<Choice> perturbation() {
        Chosen<Perturbation> perturbation = workspace.experiment().transfer().perturbation();
        return perturbation.component().moves() ? Optional.of(perturbation.choice()) : Optional.empty();
    }

    /**
     * The inputs under the labels that a teacher's answers come to.
     *
     * @param answers folder with the predictions, and the logits where they were asked for
     */
    LabelledInputs labelled(Examples inputs, Path answers) throws IOException {
        Chosen<Labelling> labelling = workspace.experiment().transfer().labels();
        Predictions predictions = Predictions.read(answers.resolve(TransferSet.PREDICTIONS));
        int classes = workspace.source().classNames().size();
        TeacherAnswers given = new TeacherAnswers(
                predictions.rows().stream().mapToInt(Predictions.Row::predicted).toArray(),
                labelling.component().needsLogits()
                        ? Optional.of(NpyFile.read(answers.resolve(TransferSet.LOGITS))
                                .floats())
                        : Optional.empty(),
                workspace.inputsAreOfSource() ? Optional.of(inputs.labels()) : Optional.empty(),
                classes);
        return new LabelledInputs(
                inputs,
                predictions,
                labelling.component().label(given, labelling.choice(), seeds().stream("labels/" + labelling.id())),
                workspace.inputsAreOfSource(),
                classes);
    }

    private Seeds seeds() {
        return new Seeds(workspace.experiment().seed());
    }

    private ExampleFiles files() {
        DatasetSpec inputs = workspace.inputs();
        return DatasetLayout.files(inputs, workspace.data(inputs), Split.TRAIN);
    }
}
