package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.extension.EvaluationSet;

/**
 * What the report of a two-dimensional experiment is to be about.
 *
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param seeds of the replicates, at least one; the panels show the first
 * @param controls further students of every seed, in the order in which they are to be printed
 * @param perturbation how the points were moved
 * @param settings all of them, in the order in which they are to be printed
 * @param published what its source printed; null if nothing
 * @param folder {@code target/distill/<experiment>}; the report is written there
 * @param occasion why it is written
 */
public record PointReportRequest(
        String experiment,
        String preset,
        List<Long> seeds,
        List<ExperimentArm> controls,
        Choice perturbation,
        List<SettingValue> settings,
        Published published,
        Path folder,
        Occasion occasion)
        implements Reported {

    @Override
    public List<String> evaluationSets() {
        return List.of(EvaluationSet.TEST);
    }

    public PointReportRequest {
        seeds = List.copyOf(seeds);
        controls = List.copyOf(controls);
        settings = List.copyOf(settings);
    }

    @Override
    public PointEvidence read() throws IOException {
        return PointEvidence.read(this);
    }
}
