package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.InputNormalizer;
import io.github.distillmaven.experiment.Experiment;

/**
 * An experiment and where its files lie.
 *
 * @param experiment what is run
 * @param source data set that the teacher learns and the student is tested on
 * @param inputs data set that the teacher labels
 * @param folder {@code target/distill/<experiment>}
 * @param build that runs it
 */
public record Workspace(
        Experiment experiment, DatasetSpec source, DatasetSpec inputs, Path folder, RunningBuild build) {

    /**
     * Places an experiment.
     *
     * @param root {@code target/distill}
     */
    public static Workspace of(Experiment experiment, DatasetCatalog datasets, Path root, RunningBuild build) {
        return new Workspace(
                experiment,
                datasets.find(experiment.dataset()).orElseThrow(),
                datasets.find(experiment.transfer().inputs()).orElseThrow(),
                root.resolve(experiment.name()),
                build);
    }

    /** Folder of a step's result. */
    StepFolder step(StepName step) {
        return new StepFolder(folder.resolve(step.folder()), build.digests());
    }

    /** Folder of what is under way. */
    Scratch scratch(String name) {
        return new Scratch(folder.resolve("work").resolve(name));
    }

    /** Folder of a training's checkpoints, where the store cannot take them. */
    Path checkpoints(String key) {
        return folder.resolve("checkpoints").resolve(key);
    }

    /** The data sets that the experiment reads, each once. */
    List<DatasetSpec> datasets() {
        return Stream.of(source, inputs).distinct().toList();
    }

    /** Folder of a data set's unpacked files. */
    Path data(DatasetSpec dataset) {
        return step(StepName.DATA).path().resolve(dataset.name());
    }

    /** Who asks, and from which sources, as a step's record keeps it. */
    SortedMap<String, String> origin() {
        return build.origin(experiment.name());
    }

    /** Names a step in messages. */
    String label(StepName step) {
        return "%s of experiment '%s', seed %d".formatted(step.goal(), experiment.name(), experiment.seed());
    }

    /** Names who makes a step, for other builds that wait for it. */
    String holder(StepName step) {
        return "%s in %s (process %d)"
                .formatted(label(step), build.project(), ProcessHandle.current().pid());
    }

    /** How the inputs are normalised, for labelling and for the student's training. */
    InputNormalizer inputNormalizer() {
        return new InputNormalizer(experiment.transfer().normalization(), inputs.moments(), source.moments());
    }
}
