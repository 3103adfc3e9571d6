package io.github.distillmaven.results;

import java.util.Collection;
import java.util.List;

import io.github.distillmaven.experiment.KnownMetrics;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;

/** What can be known of the metrics before an experiment has run. */
public final class MetricNames implements KnownMetrics {

    private final MetricCatalog all =
            new MetricCatalog(Components.load(Control.class).ids());

    @Override
    public List<String> names(Collection<String> arms) {
        return new MetricCatalog(arms).names();
    }

    @Override
    public boolean isShare(String name) {
        return all.find(name).orElseThrow().unit() == Measurement.Unit.SHARE;
    }

    @Override
    public String fullName(String name) {
        return all.find(name).orElseThrow().name();
    }
}
