package io.github.distillmaven.results;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.EvaluationSet;
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

    /** Those of these that results have: of those that take a control, where it told something. */
    public static Metrics knownOf(Results results) {
        Results.ArmNumbers student = results.replicates().get(0).student();
        return new Metrics(KNOWN.all.stream()
                .filter(metric -> metric.control().isEmpty()
                        || student.value(metric.label()).value() != null)
                .toList());
    }

    /** Those that an experiment with these controls has. */
    public Metrics with(Collection<String> controls) {
        return new Metrics(all.stream()
                .filter(metric -> metric.control().stream().allMatch(controls::contains))
                .toList());
    }

    /** Those that say something of a role. */
    public List<Metric> of(Role role) {
        return all.stream().filter(metric -> suits(metric, role)).toList();
    }

    private static boolean suits(Metric metric, Role role) {
        return switch (role) {
            case TEACHER -> metric.suitsTeachers() && metric.control().isEmpty();
            case STUDENT -> metric.suitsStudents();
            case CONTROL, COMPARISON ->
                metric.suitsStudents() && metric.control().isEmpty();
            case INDEPENDENT -> metric.comparesWithTeacher();
        };
    }

    /** Those that say something of what a model was trained on. */
    public List<Metric> ofTraining(Role role) {
        return of(role).stream().filter(Metric::isOfTraining).toList();
    }

    /** Those that say something of a model on an evaluation set. */
    public List<Metric> on(EvaluationSet set, Role role) {
        return on(set.hasTrueLabels(), role);
    }

    /** The same by the id of a set; one that is not known here, in results that somebody else wrote, has all. */
    public List<Metric> on(String set, Role role) {
        return on(EvaluationSets.haveTrueLabels(set), role);
    }

    private List<Metric> on(boolean labelled, Role role) {
        return of(role).stream()
                .filter(metric -> !metric.isOfTraining() && (labelled || !metric.needsTrueLabels()))
                .toList();
    }

    /** Whether one of them takes the logits of the answers. */
    public boolean needLogits() {
        return all.stream().anyMatch(Metric::needsLogits);
    }

    /** The metric that users write so; empty if there is none. */
    public Optional<Metric> find(String label) {
        return all.stream().filter(metric -> metric.label().equals(label)).findFirst();
    }
}
