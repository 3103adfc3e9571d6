package io.github.distillmaven.pipeline.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.InputNormalizer;
import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.experiment.sweep.Sweep;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.gate.Baseline;

/**
 * An experiment, or one of its replicates, or a control of that, and where its files lie.
 *
 * @param experiment what is run; of a replicate, with the seed of that replicate
 * @param source data set that the teacher learns and the student is tested on
 * @param inputs data set that the teacher labels, or whose place noise takes
 * @param datasets all that the experiment reads, each once: those of all arms
 * @param model what the teacher is, if it is not trained
 * @param folder {@code target/distill/<experiment>}
 * @param data folder of the data, which the cells of a sweep share
 * @param part which part of the experiment it is
 * @param build that runs it
 */
public record Workspace(
        Experiment experiment,
        DatasetSpec source,
        DatasetSpec inputs,
        List<DatasetSpec> datasets,
        Optional<FoundModel> model,
        Path folder,
        Path data,
        ExperimentPart part,
        RunningBuild build) {

    /**
     * Places an experiment.
     *
     * @param model that of the experiment, found
     * @param root {@code target/distill}
     */
    public static Workspace of(
            Experiment experiment, DatasetCatalog datasets, Optional<FoundModel> model, Path root, RunningBuild build) {
        TransferPlan transfer = experiment.transfer();
        Function<String, DatasetSpec> specs = name -> name.equals(experiment.dataset())
                ? datasets.get(experiment.source()).with(experiment.classes())
                : datasets.get(Choice.of(name));
        return new Workspace(
                experiment,
                specs.apply(experiment.dataset()),
                shown(transfer, specs.apply(transfer.inputs())),
                Stream.concat(
                                Stream.of(experiment.dataset()),
                                experiment.arms().stream()
                                        .map(arm -> arm.transfer().inputs()))
                        .distinct()
                        .map(specs)
                        .toList(),
                model,
                root.resolve(experiment.name()),
                root.resolve(experiment.name()).resolve(StepName.DATA.folder()),
                ExperimentPart.of(experiment),
                build);
    }

    /** Its replicates. The first one lies where the experiment does. */
    public List<Workspace> replicates() {
        return IntStream.range(0, experiment.replicates())
                .mapToObj(index -> new Workspace(
                        experiment.replicate(index),
                        source,
                        inputs,
                        datasets,
                        model,
                        folder,
                        data,
                        experiment.replicates() == 1 ? part : part.replicate(index, experiment.seed() + index),
                        build))
                .toList();
    }

    /** Another arm of this replicate. */
    public Workspace of(ExperimentArm arm) {
        boolean otherwise = arm.role() == ArmRole.COMPARISON;
        return new Workspace(
                otherwise ? experiment.as(arm) : experiment,
                source,
                otherwise ? shown(arm.transfer(), named(arm.transfer().inputs())) : inputs,
                datasets,
                model,
                folder,
                data,
                part.of(arm, experiment.arms().indexOf(arm)),
                build);
    }

    /**
     * A further teacher of this replicate, which has no students.
     *
     * @param number from 1
     */
    public Workspace member(int number) {
        return new Workspace(
                experiment.member(number), source, inputs, datasets, model, folder, data, part.member(number), build);
    }

    /** The same, with the data of another cell that has the same ones. */
    public Workspace sharing(Path others) {
        return new Workspace(experiment, source, inputs, datasets, model, folder, others, part, build);
    }

    /**
     * The place of a sweep, of which this is a cell.
     *
     * @param sweep which one
     */
    public Workspace ofSweep(Sweep sweep) {
        return new Workspace(
                experiment.ofSweep(sweep.name(), sweep.gate()),
                source,
                inputs,
                datasets,
                model,
                Objects.requireNonNull(folder.getParent()),
                data,
                ExperimentPart.FIRST,
                build);
    }

    /** Folder of this part of the experiment. */
    public Path place() {
        return folder.resolve(part.folder());
    }

    /** Folder of a step's result. The data are the same for all parts. */
    public StepFolder step(StepName step) {
        return new StepFolder(
                step == StepName.DATA ? data : folder.resolve(part.folder(step)).resolve(step.folder()),
                build.digests());
    }

    /** Earlier results to compare with: what the user names, or the place where {@code check} keeps them. */
    public Baseline baseline() {
        String named = experiment.gate().baseline();
        return new Baseline(
                build.folder(),
                build.folder()
                        .resolve(named == null ? "src/distill/" + experiment.name() + ".json" : named)
                        .normalize());
    }

    /** Name of a step's result within the experiment: its folder. */
    public String name(StepName step) {
        String parent = part.folder(step);
        return parent.isEmpty() ? step.folder() : parent + "/" + step.folder();
    }

    /** What the log calls a step. */
    public String title(StepName step) {
        return step.folder() + part.title();
    }

    /** What a step's result is called where all replicates are meant. */
    public String kind(StepName step) {
        return step.folder()
                + (part.member() > 0 ? " of the ensemble" : "")
                + part.arm().map(arm -> " of " + arm.name()).orElse("");
    }

    /** Folder of what is under way. Two steps never share one. */
    public Scratch scratch(String name) {
        String prefix = part.folder().isEmpty() ? "" : part.folder().replace('/', '-') + "-";
        return new Scratch(folder.resolve("work").resolve(prefix + name));
    }

    /** Folder of a training's checkpoints, where the store cannot take them. */
    public Path checkpoints(String key) {
        return folder.resolve("checkpoints").resolve(key);
    }

    /** What models are shown of the inputs' data set. */
    private static DatasetSpec shown(TransferPlan transfer, DatasetSpec inputs) {
        Noise noise = transfer.noise().component();
        if (transfer.drawsInputs()) {
            return inputs.withoutClasses();
        }
        return noise.replaces() ? inputs.replacedBy(noise) : inputs;
    }

    private DatasetSpec named(String dataset) {
        return datasets.stream()
                .filter(spec -> spec.name().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    /** Folder of a data set's unpacked files. */
    public Path data(DatasetSpec dataset) {
        return data.resolve(dataset.name());
    }

    /**
     * Who asks, and from which sources, as a step's record keeps it.
     *
     * @param problems gets a sentence if the sources cannot be told
     */
    public SortedMap<String, String> origin(Consumer<String> problems) {
        return build.origin(experiment.name(), problems);
    }

    /** Folder of what the teacher of this replicate learnt, where that is drawn. */
    Path drawn() {
        return folder.resolve(part.replicate())
                .resolve(StepName.TEACHER.folder())
                .resolve("examples");
    }

    /** Names a step in messages. */
    public String label(StepName step) {
        return "%s of experiment '%s', seed %s%s"
                .formatted(
                        step.goal(),
                        experiment.name(),
                        experiment.seed(),
                        part.arm()
                                .map(arm -> ", " + arm.role().name().toLowerCase(Locale.ROOT) + " " + arm.name())
                                .orElse(""));
    }

    /** Names who makes a step, for other builds that wait for it. */
    public String holder(StepName step) {
        return "%s in %s (process %s)"
                .formatted(label(step), build.project(), ProcessHandle.current().pid());
    }

    /** Whether the inputs are of the data set that the teacher learns, so that they have a true label in its task. */
    public boolean inputsAreOfSource() {
        return experiment.transfer().hasTrueLabels(source.name());
    }

    /** How the inputs are normalised, for labelling and for the student's training. */
    public InputNormalizer inputNormalizer() {
        return new InputNormalizer(experiment.transfer().normalization(), inputs.moments(), source.moments());
    }
}
