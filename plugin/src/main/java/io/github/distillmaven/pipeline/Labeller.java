package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.dataset.transfer.LabelledInputs;
import io.github.distillmaven.dataset.transfer.TransferInputs;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.pipeline.execution.StepPlace;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.worker.Attack;
import io.github.distillmaven.worker.WorkerRequest;

/** Lets the teacher of a workspace label the inputs. */
record Labeller(Workspace workspace) {

    /** The inputs to label, as the student is to see them: images, or what takes their place. */
    Examples inputs() throws StepFailedException, IOException {
        TransferPlan transfer = workspace.experiment().transfer();
        if (transfer.drawsInputs()) {
            Choice source = workspace.experiment().inputs();
            Values drawn = Components.load(DataSource.class)
                    .get(source.id())
                    .inputs(source, seeds()::stream, transfer.examples());
            return new Examples(workspace.inputs().shape(), drawn, new Targets.Classes(new int[transfer.examples()]));
        }
        TransferInputs inputs = new DataFiles(workspace).labelled();
        Examples available = inputs.available();
        if (inputs.count() > available.size()) {
            throw new StepFailedException(
                    "Experiment '%s': <transfer><examples> is %s, but '%s' has %s training examples."
                            .formatted(
                                    workspace.experiment().name(),
                                    inputs.count(),
                                    workspace.inputs().name(),
                                    available.size()));
        }
        return inputs.among(available);
    }

    /** The same images as the teacher's perturbation left them, if there is one. */
    Examples moved(Examples images, Path answers) throws IOException {
        return attack().isEmpty()
                ? images
                : new Examples(
                        images.shape(),
                        new Values.FloatValues(NpyFile.read(answers.resolve(TransferSet.INPUTS))
                                .floats()),
                        images.targets());
    }

    /** Moves the images, if they are to be moved, and writes the teacher's predictions for them to the step's output. */
    WorkerRequest label(StepPlace place) throws StepFailedException, IOException {
        boolean asTheyAre = !workspace.inputNormalizer().changesPixels()
                && !workspace.experiment().transfer().noise().component().replaces()
                && !workspace.experiment().transfer().drawsInputs()
                && workspace.experiment().transfer().examples() == 0;
        return label(asTheyAre ? files() : prepared(inputs(), place), attack(), place);
    }

    /** Writes the teacher's predictions for images that were moved before, if they are to be moved, to the step's output. */
    WorkerRequest labelMoved(Examples images, StepPlace place) throws IOException {
        return label(prepared(images, place), Optional.empty(), place);
    }

    /** Writes what the teacher of another replicate predicts for images that were moved before to the step's output. */
    WorkerRequest askOther(Workspace other, Examples images, StepPlace place) throws IOException {
        return new WorkerRequest.Label(
                model(other),
                prepared(images, place),
                workspace.inputNormalizer().moments(),
                false,
                Optional.empty(),
                place.output());
    }

    private WorkerRequest label(ExampleFiles images, Optional<Attack> attack, StepPlace place) {
        return new WorkerRequest.Label(
                model(workspace),
                images,
                workspace.inputNormalizer().moments(),
                workspace.experiment().transfer().labels().component().needsLogits(),
                attack,
                place.output());
    }

    private static ExampleFiles prepared(Examples images, StepPlace place) throws IOException {
        return ExampleWriter.write(images, Files.createDirectories(place.prepared()));
    }

    private Optional<Attack> attack() {
        TransferPlan transfer = workspace.experiment().transfer();
        Chosen<Perturbation> perturbation = transfer.perturbation();
        return perturbation.component().moves()
                ? Optional.of(new Attack(
                        perturbation.choice(),
                        transfer.target(),
                        seeds().seed(),
                        IntStream.rangeClosed(1, transfer.ensemble())
                                .mapToObj(number -> model(workspace.member(number)))
                                .toList()))
                : Optional.empty();
    }

    /** Where the teacher of a workspace lies. */
    private static Path model(Workspace of) {
        return of.step(StepName.TEACHER).path().resolve("model");
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
                labelling.component().needsLogits() ? floats(answers.resolve(TransferSet.LOGITS)) : Optional.empty(),
                labelling.component().isAuxiliary() ? floats(answers.resolve(TransferSet.AUXILIARY)) : Optional.empty(),
                workspace.inputsAreOfSource() ? Optional.of(inputs.labels()) : Optional.empty(),
                workspace.experiment().transfer().target().targets(inputs.labels(), classes, seeds()),
                classes);
        return new LabelledInputs(
                inputs,
                predictions,
                labelling.component().label(given, labelling.choice(), seeds().stream("labels/" + labelling.id())),
                workspace.inputsAreOfSource(),
                classes,
                candidates(inputs));
    }

    private static Optional<float[]> floats(Path file) throws IOException {
        return Optional.of(NpyFile.read(file).floats());
    }

    /**
     * What came of the teacher's attack; empty if there is none.
     *
     * @param moved the inputs as it left them, labelled
     */
    Optional<AttackResult> attackResult(LabelledInputs moved) throws StepFailedException, IOException {
        if (attack().isEmpty()) {
            return Optional.empty();
        }
        Examples originals = inputs();
        TargetRule rule = workspace.experiment().transfer().target();
        return Optional.of(
                AttackResult.of(originals, moved, rule, rule.targets(originals.labels(), moved.classes(), seeds())));
    }

    /**
     * What came of the teacher's attack where another teacher answers.
     *
     * @param moved the inputs as the attack left them
     * @param answers folder with the predictions of that teacher
     */
    AttackResult attackResult(Examples moved, Path answers) throws StepFailedException, IOException {
        Predictions predictions = Predictions.read(answers.resolve(TransferSet.PREDICTIONS));
        LabelledInputs answered = new LabelledInputs(
                moved,
                predictions,
                new Targets.Classes(predictions.rows().stream()
                        .mapToInt(Predictions.Row::predicted)
                        .toArray()),
                workspace.inputsAreOfSource(),
                workspace.source().classNames().size(),
                candidates(moved));
        return attackResult(answered).orElseThrow();
    }

    /** Places of the inputs that may enter a transfer set: neither held out, nor learnt where that matters, nor of an omitted class. */
    private List<Integer> candidates(Examples inputs) throws IOException {
        BitSet heldOut =
                workspace.inputsAreOfSource() ? new DataFiles(workspace).split().places() : new BitSet();
        Set<String> omitted = workspace.experiment().transfer().omittedClasses();
        List<String> classes = workspace.source().classNames();
        int learnt = workspace.experiment().transfer().unseen()
                ? workspace.experiment().teacher().examples()
                : 0;
        return IntStream.range(learnt, inputs.size())
                .filter(place -> !heldOut.get(place))
                .filter(place -> omitted.isEmpty() || !omitted.contains(classes.get(inputs.label(place))))
                .boxed()
                .toList();
    }

    private Seeds seeds() {
        return new Seeds(workspace.experiment().seed());
    }

    private ExampleFiles files() {
        return new DataFiles(workspace).inputs();
    }
}
