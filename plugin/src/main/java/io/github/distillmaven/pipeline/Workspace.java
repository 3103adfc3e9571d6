package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.List;
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
 */
public record Workspace(Experiment experiment, DatasetSpec source, DatasetSpec inputs, Path folder) {

    /**
     * Places an experiment.
     *
     * @param root {@code target/distill}
     */
    public static Workspace of(Experiment experiment, DatasetCatalog datasets, Path root) {
        return new Workspace(
                experiment,
                datasets.find(experiment.dataset()).orElseThrow(),
                datasets.find(experiment.transfer().inputs()).orElseThrow(),
                root.resolve(experiment.name()));
    }

    /** Folder of a step's result. */
    StepFolder step(StepName step) {
        return new StepFolder(folder.resolve(step.folder()));
    }

    /** The data sets that the experiment reads, each once. */
    List<DatasetSpec> datasets() {
        return Stream.of(source, inputs).distinct().toList();
    }

    /** Folder of a data set's unpacked files. */
    Path data(DatasetSpec dataset) {
        return step(StepName.DATA).path().resolve(dataset.name());
    }

    /** Names a step in messages. */
    String label(StepName step) {
        return "%s of experiment '%s', seed %d".formatted(step.goal(), experiment.name(), experiment.seed());
    }

    /** How the inputs are normalised, for labelling and for the student's training. */
    InputNormalizer inputNormalizer() {
        return new InputNormalizer(experiment.transfer().normalization(), inputs.moments(), source.moments());
    }
}
