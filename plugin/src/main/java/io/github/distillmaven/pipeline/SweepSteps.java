package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.experiment.sweep.Sweep;
import io.github.distillmaven.experiment.sweep.SweepCell;
import io.github.distillmaven.gate.Judge;
import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.gate.SweepJudge;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.report.sweep.SweepReport;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.sweep.CellResults;
import org.apache.maven.plugin.logging.Log;

/**
 * Reports and checks all cells of a sweep, and then the sweep.
 *
 * @param cells in the order of the sweep
 */
record SweepSteps(Sweep sweep, List<CellSteps> cells, Log log) {

    void report() throws StepFailedException {
        List<CellResults> results = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            CellSteps cell = cells.get(index);
            ReportStep step = new ReportStep(cell.workspace(), log);
            WrittenReport written = step.write(() ->
                    new ExperimentReport(new ExpectedResults(cell.workspace())).write(cell.request(step.occasion())));
            log.info(written.summary().get(0));
            results.add(of(index, read(cell)));
        }
        new ReportStep(whole(), log)
                .run(
                        () -> new SweepReport(sweep.name(), sweep.settings(), results, trends(results))
                                .write(whole().folder()),
                        sweep.cells().stream().map(SweepCell::name).collect(Collectors.toSet()),
                        ResultsFile.NAME);
    }

    /** All cells are looked at before the first that is not as expected fails the build. */
    void check() throws StepFailedException {
        List<Outcome> all = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        List<String> unmet = new ArrayList<>();
        List<CellResults> results = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            CellSteps cell = cells.get(index);
            int place = index;
            CheckStep step = new CheckStep(cell.workspace(), log);
            List<Outcome> outcomes = step.judged(() -> {
                Results read = cell.results(CheckStep.GOAL);
                results.add(of(place, read));
                return read;
            });
            end(step, outcomes, all, errors, unmet);
        }
        CheckStep step = new CheckStep(whole(), log);
        List<Outcome> trends = trends(results);
        step.publish(trends);
        end(step, trends, all, errors, unmet);
        CheckStep.refuse(errors, unmet);
        if (all.isEmpty()) {
            step.warnOfNothing();
        } else {
            step.tellSum(all);
        }
    }

    private static void end(
            CheckStep step, List<Outcome> outcomes, List<Outcome> all, List<String> errors, List<String> unmet) {
        step.tell(outcomes);
        all.addAll(outcomes);
        errors.addAll(step.errors(outcomes));
        unmet.addAll(step.unmet(outcomes));
    }

    private List<Outcome> trends(List<CellResults> results) {
        Gate gate = sweep.gate();
        if (gate.notHeld() != null) {
            return Judge.notHeld(gate.expectations(), gate.notHeld());
        }
        Workspace first = cells.get(0).workspace();
        MetricCatalog metrics = new MetricCatalog(
                Metrics.KNOWN,
                new ExpectedResults(first).controls(),
                first.experiment().evaluationSets());
        return new SweepJudge(metrics, results).judge(gate.expectations());
    }

    private CellResults of(int index, Results results) {
        SweepCell cell = sweep.cells().get(index);
        return new CellResults(cell.name(), cell.values(), results);
    }

    private static Results read(CellSteps cell) throws StepFailedException {
        try {
            return ResultsFile.in(cell.workspace().folder()).read();
        } catch (IOException e) {
            throw new StepFailedException(e);
        }
    }

    private Workspace whole() {
        return cells.get(0).workspace().ofSweep(sweep);
    }
}
