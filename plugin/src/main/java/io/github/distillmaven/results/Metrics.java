package io.github.distillmaven.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Metric;

/**
 * All metrics, in the order in which they are printed.
 *
 * @param all each with another label
 */
public record Metrics(List<Metric> all) {

    /** Those of the plugin and of the jars beside it. */
    public static final Metrics KNOWN = new Metrics(Components.load(Metric.class));

    /** These and no others. */
    public Metrics(Components<Metric> metrics) {
        this(metrics.all().stream()
                .sorted(Comparator.comparingInt(Metric::place))
                .toList());
    }

    /** Those that say something of a role. */
    List<Metric> of(Role role) {
        return all.stream()
                .filter(metric -> role == Role.TEACHER ? metric.suitsTeachers() : metric.suitsStudents())
                .toList();
    }

    /** Those that say something of students on an evaluation set. */
    public List<Metric> ofStudents() {
        return of(Role.STUDENT);
    }

    /** Those that say something of teachers. */
    public List<Metric> ofTeachers() {
        return of(Role.TEACHER);
    }

    /** The metric that users write so; empty if there is none. */
    public Optional<Metric> find(String label) {
        return all.stream().filter(metric -> metric.label().equals(label)).findFirst();
    }
}
