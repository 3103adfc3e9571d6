package io.github.distillmaven.results;

import java.util.Collection;
import java.util.List;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.experiment.KnownMetrics;

/** What can be known of the metrics before an experiment has run. */
public final class MetricNames implements KnownMetrics {

    private final MetricCatalog all = catalog(List.of(Control.values()));

    @Override
    public List<String> names(Collection<Control> controls) {
        return catalog(controls).names();
    }

    @Override
    public boolean isShare(String name) {
        return all.find(name).orElseThrow().unit() == Measurement.Unit.SHARE;
    }

    @Override
    public String fullName(String name) {
        return all.find(name).orElseThrow().name();
    }

    private static MetricCatalog catalog(Collection<Control> controls) {
        return new MetricCatalog(controls.stream().map(Control::folder).toList());
    }
}
