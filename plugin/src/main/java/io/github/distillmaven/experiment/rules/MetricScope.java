package io.github.distillmaven.experiment.rules;

import java.util.List;

/**
 * What there are metrics of in an experiment.
 *
 * @param arms names of its students beside the treatment
 * @param sets ids of its evaluation sets, the test set first
 * @param givenTeacher whether one model is the teacher of all replicates, so that there is no independent one
 */
public record MetricScope(List<String> arms, List<String> sets, boolean givenTeacher) {

    public MetricScope {
        arms = List.copyOf(arms);
        sets = List.copyOf(sets);
    }

    /** The same with other students. */
    public MetricScope withArms(List<String> others) {
        return new MetricScope(others, sets, givenTeacher);
    }

    /** The same with other evaluation sets. */
    public MetricScope withSets(String... others) {
        return new MetricScope(arms, List.of(others), givenTeacher);
    }
}
