package io.github.distillmaven.pipeline.step;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.sweep.SweepReader;
import io.github.distillmaven.results.MetricNames;

/** Experiments on drawn images in a folder of a test. */
public final class TestWorkspace {

    private static final DatasetCatalog DATASETS = new DatasetCatalog();

    private TestWorkspace() {}

    /**
     * The experiment {@code x} of the module {@code g:a}.
     *
     * @param root folder below which every experiment has its own
     * @param written what the POM says besides the preset
     */
    public static Workspace of(Path root, Map<String, String> written) throws InvalidExperimentException {
        return of(root, Instant.EPOCH, written);
    }

    /** The same for a build that began at this time. */
    public static Workspace of(Path root, Instant started, Map<String, String> written)
            throws InvalidExperimentException {
        return of(root, started, Optional.empty(), written);
    }

    /** The same with a model that is its teacher, if it has one. */
    public static Workspace of(Path root, Instant started, Optional<FoundModel> model, Map<String, String> written)
            throws InvalidExperimentException {
        return swept(root, started, model, written).cells().get(0);
    }

    /** The same where it may be a sweep. */
    public static SweptWorkspaces swept(
            Path root, Instant started, Optional<FoundModel> model, Map<String, String> written)
            throws InvalidExperimentException {
        Map<String, String> all = new LinkedHashMap<>(Map.of("preset", "garments-to-digits"));
        all.putAll(written);
        RunningBuild build = new RunningBuild(
                started,
                "g:a",
                "1",
                root,
                RunningBuild.VERIFY,
                List.of(),
                List.of(),
                Map.of(),
                null,
                new FileDigests());
        return SweptWorkspaces.of(
                new SweepReader(new ExperimentReader(DATASETS, new MetricNames()))
                        .read("x", List.of(new SettingLayer(SettingValue.Origin.POM, all)), List.of(), Path.of("")),
                cell -> Workspace.of(cell, DATASETS, model, root, build));
    }
}
