package io.github.distillmaven.results;

import java.util.List;

import io.github.distillmaven.experiment.rules.KnownMetrics;
import io.github.distillmaven.experiment.rules.MetricScope;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.InvalidComponentException;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Unit;

/** What can be known of the metrics before an experiment has run. */
public final class MetricNames implements KnownMetrics {

    /** @throws InvalidComponentException if a metric of a jar cannot be used */
    public MetricNames() {
        // Metrics.KNOWN would fail with an error of the class instead of this message.
        Components.load(Metric.class);
    }

    @Override
    public List<String> names(MetricScope scope) {
        return catalog(scope).names().stream()
                .filter(name -> !scope.givenTeacher() || !name.startsWith(Results.INDEPENDENT_TEACHER + "."))
                .toList();
    }

    @Override
    public boolean isShare(String name, MetricScope scope) {
        return catalog(scope).find(name).orElseThrow().unit() == Unit.SHARE;
    }

    @Override
    public String fullName(String name, MetricScope scope) {
        return catalog(scope).find(name).orElseThrow().name();
    }

    private static MetricCatalog catalog(MetricScope scope) {
        return new MetricCatalog(Metrics.KNOWN, scope.arms(), scope.sets());
    }
}
