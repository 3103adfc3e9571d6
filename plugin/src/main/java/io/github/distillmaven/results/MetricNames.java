package io.github.distillmaven.results;

import java.util.List;

import io.github.distillmaven.experiment.KnownMetrics;
import io.github.distillmaven.experiment.MetricScope;
import io.github.distillmaven.extension.Unit;

/** What can be known of the metrics before an experiment has run. */
public final class MetricNames implements KnownMetrics {

    @Override
    public List<String> names(MetricScope scope) {
        return catalog(scope).names();
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
