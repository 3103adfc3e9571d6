package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.gate.Baseline;
import io.github.distillmaven.gate.Judge;
import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.report.Expectations;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;

/** What is expected of an experiment. {@code report} shows what comes out of it, and {@code check} enforces it. */
record ExpectedResults(Workspace workspace) implements Expectations {

    @Override
    public List<Outcome> judge(Results results) {
        Gate gate = workspace.experiment().gate();
        if (gate.notHeld() != null) {
            return Judge.notHeld(gate.expectations(), gate.notHeld());
        }
        Baseline baseline = workspace.baseline();
        return new Judge(
                        new MetricCatalog(
                                Metrics.KNOWN,
                                controls(),
                                workspace.experiment().evaluationSets()),
                        results,
                        gate.writeBaseline() ? baseline.with(results) : baseline)
                .judge(gate.expectations());
    }

    /** Names of the controls that the results have. */
    Set<String> controls() {
        return workspace.experiment().others().stream().map(ExperimentArm::name).collect(Collectors.toSet());
    }
}
