package io.github.distillmaven.experiment.sweep;

import java.util.List;

import io.github.distillmaven.experiment.Gate;

/**
 * An experiment, or several that differ in some settings.
 *
 * @param name of the experiment
 * @param settings paths of those that are swept, in the order in which they were written; none for a single experiment
 * @param cells at least one
 * @param gate what the experiment has to come to, with what holds between its cells
 */
public record Sweep(String name, List<String> settings, List<SweepCell> cells, Gate gate) {

    public Sweep {
        settings = List.copyOf(settings);
        cells = List.copyOf(cells);
    }

    /** Whether something is swept. */
    public boolean sweeps() {
        return !settings.isEmpty();
    }

    /** The first cell, which stands for all where they do not differ. */
    public SweepCell first() {
        return cells.get(0);
    }
}
