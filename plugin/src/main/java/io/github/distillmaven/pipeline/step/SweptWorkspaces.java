package io.github.distillmaven.pipeline.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.sweep.Sweep;
import io.github.distillmaven.experiment.sweep.SweepCell;

/**
 * An experiment, or the cells of a sweep, and where their files lie.
 *
 * @param cells in the order of the sweep
 */
public record SweptWorkspaces(Sweep sweep, List<Workspace> cells) {

    public SweptWorkspaces {
        cells = List.copyOf(cells);
    }

    /** Places one of the cells. */
    @FunctionalInterface
    public interface Placement {

        /** @throws InvalidExperimentException if something that it names cannot be found */
        Workspace of(Experiment cell) throws InvalidExperimentException;
    }

    /** Places all cells. Those with the same data share the folder of the first of them: a copy for each could be gigabytes. */
    public static SweptWorkspaces of(Sweep sweep, Placement placement) throws InvalidExperimentException {
        Map<List<String>, Path> data = new HashMap<>();
        List<Workspace> cells = new ArrayList<>();
        for (SweepCell cell : sweep.cells()) {
            Workspace own = placement.of(cell.experiment());
            List<String> names =
                    own.datasets().stream().map(DatasetSpec::name).sorted().toList();
            cells.add(own.sharing(data.computeIfAbsent(names, first -> own.data())));
        }
        return new SweptWorkspaces(sweep, cells);
    }

    /** The experiment, or what the cells have in common. */
    public Workspace whole() {
        Workspace first = cells.get(0);
        return sweep.sweeps() ? first.ofSweep(sweep) : first;
    }
}
