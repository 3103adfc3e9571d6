package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Condition.Bound;
import io.github.distillmaven.experiment.Expectation;

/** What must hold between the conditions of one expectation. */
public final class ExpectationRules {

    private final KnownMetrics metrics;
    private final MetricScope scope;

    /** @param scope what the experiment has metrics of */
    public ExpectationRules(KnownMetrics metrics, MetricScope scope) {
        this.metrics = metrics;
        this.scope = scope;
    }

    /** One sentence or more for each rule that is broken. */
    public List<String> violations(Expectation expectation) {
        List<String> problems = new ArrayList<>();
        Optional<Condition.Limit> min = limit(expectation, Bound.MIN);
        Optional<Condition.Limit> max = limit(expectation, Bound.MAX);
        if (min.isPresent() && max.isPresent() && min.get().value() > max.get().value()) {
            problems.add("%s is %s, above <max> %s: no value is both. Exchange them, or remove one."
                    .formatted(
                            Expectation.place(expectation.number(), Bound.MIN.element()),
                            min.get().content(),
                            max.get().content()));
        }
        for (Condition condition : expectation.conditions()) {
            if (condition instanceof Condition.Above above
                    && !expectation.metric().isEmpty()
                    && metrics.fullName(above.metric(), scope).equals(metrics.fullName(expectation.metric(), scope))) {
                problems.add("%s is '%s', the <metric> itself, and nothing lies above itself. Name another one."
                        .formatted(Expectation.place(expectation.number(), Condition.Above.ELEMENT), above.metric()));
            }
        }
        return problems;
    }

    private static Optional<Condition.Limit> limit(Expectation expectation, Bound bound) {
        return expectation.conditions().stream()
                .filter(Condition.Limit.class::isInstance)
                .map(Condition.Limit.class::cast)
                .filter(limit -> limit.bound() == bound)
                .findFirst();
    }
}
