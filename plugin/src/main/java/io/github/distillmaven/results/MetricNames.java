package io.github.distillmaven.results;

import java.util.Collection;
import java.util.List;

import io.github.distillmaven.experiment.KnownMetrics;
import io.github.distillmaven.extension.Unit;

/** What can be known of the metrics before an experiment has run. */
public final class MetricNames implements KnownMetrics {

    @Override
    public List<String> names(Collection<String> arms) {
        return new MetricCatalog(arms).names();
    }

    @Override
    public boolean isShare(String name, Collection<String> arms) {
        return new MetricCatalog(arms).find(name).orElseThrow().unit() == Unit.SHARE;
    }

    @Override
    public String fullName(String name, Collection<String> arms) {
        return new MetricCatalog(arms).find(name).orElseThrow().name();
    }
}
