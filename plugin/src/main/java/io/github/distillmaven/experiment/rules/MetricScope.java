package io.github.distillmaven.experiment.rules;

import java.util.List;

/**
 * What there are metrics of in an experiment.
 *
 * @param arms names of its students beside the treatment
 * @param sets ids of its evaluation sets, the test set first
 */
public record MetricScope(List<String> arms, List<String> sets) {

    public MetricScope {
        arms = List.copyOf(arms);
        sets = List.copyOf(sets);
    }
}
