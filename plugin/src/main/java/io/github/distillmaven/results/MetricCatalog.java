package io.github.distillmaven.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.TestAccuracy;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of an experiment by the names that users give them: {@code <arm>.<metric>} on the test set, {@code <arm>.<set>.<metric>}
 * on another evaluation set, and what is known of transfer sets. {@code teacher}, {@code student}, {@code treatment} and the name of
 * a control are short for the test accuracy of each.
 */
public final class MetricCatalog {

    private final Metrics known;
    private final Collection<String> sets;
    private final Map<String, NamedMetric> metrics = new LinkedHashMap<>();
    private final Map<String, NamedMetric> shortNames = new LinkedHashMap<>();

    /** @param controls names of the controls that the experiment has, which has no evaluation set but the test set */
    public MetricCatalog(Collection<String> controls) {
        this(Metrics.KNOWN, controls, List.of(EvaluationSet.TEST));
    }

    /**
     * @param controls names of the controls that the experiment has
     * @param sets ids of its evaluation sets
     */
    public MetricCatalog(Metrics known, Collection<String> controls, Collection<String> sets) {
        this.known = known.with(controls);
        this.sets = sets;
        arm(Results.TEACHER, Role.TEACHER);
        transfer("transfer", Results.STUDENT);
        arm(Results.STUDENT, Role.STUDENT);
        shortNames.put(Results.TEACHER, accuracy(Results.TEACHER));
        shortNames.put(Results.STUDENT, accuracy(Results.STUDENT));
        shortNames.put("treatment", accuracy(Results.STUDENT));
        for (String control : controls) {
            transfer(control + ".transfer", control);
            add(control + ".labelsChanged", Unit.SHARE, control, arm -> plain(arm.labelsChanged()));
            arm(control, Role.CONTROL);
            shortNames.put(control, accuracy(control));
        }
        sets.stream()
                .filter(EvaluationSets::areSharedByReplicates)
                .forEach(set -> this.known
                        .on(set, Role.INDEPENDENT)
                        .forEach(metric -> add(Results.INDEPENDENT_TEACHER, set, metric)));
    }

    /** All metrics, in the order in which an experiment makes them. */
    public List<NamedMetric> all() {
        return List.copyOf(metrics.values());
    }

    /** All names that {@link #find} knows, the short ones last. */
    public List<String> names() {
        List<String> names = new ArrayList<>(metrics.keySet());
        names.addAll(shortNames.keySet());
        return names;
    }

    /** The metric of a full or short name. */
    public Optional<NamedMetric> find(String name) {
        return Optional.ofNullable(metrics.get(name)).or(() -> Optional.ofNullable(shortNames.get(name)));
    }

    private void arm(String name, Role role) {
        known.ofTraining(role).forEach(metric -> add(name, Results.TRAINING, metric));
        sets.forEach(set -> known.on(set, role).forEach(metric -> add(name, set, metric)));
    }

    private void add(String arm, String set, Metric metric) {
        boolean plain = metric.isOfTraining() || set.equals(EvaluationSet.TEST);
        add(
                arm + (plain ? "." : "." + set + ".") + metric.label(),
                metric.unit(),
                arm,
                numbers -> numbers.value(set, metric.label()));
    }

    private void transfer(String prefix, String arm) {
        add(prefix + ".size", Unit.COUNT, arm, numbers -> transfer(numbers, Results.Transfer::size));
        add(prefix + ".wrong", Unit.COUNT, arm, numbers -> transfer(numbers, Results.Transfer::wrong));
        add(prefix + ".attackSuccess", Unit.SHARE, arm, numbers -> attackSuccess(numbers, Results.Transfer::attack));
        add(
                prefix + ".independentAttackSuccess",
                Unit.SHARE,
                arm,
                numbers -> attackSuccess(numbers, Results.Transfer::independentAttack));
    }

    private static Results.Value attackSuccess(
            Results.ArmNumbers arm, Function<Results.Transfer, @Nullable AttackResult> which) {
        AttackResult attack = arm.transfer() == null ? null : which.apply(arm.transfer());
        return attack == null
                ? Results.Value.UNKNOWN
                : Results.Value.of(
                        Score.share(attack.all().successes(), attack.all().inputs()));
    }

    private static Results.Value transfer(
            Results.ArmNumbers arm, Function<Results.Transfer, @Nullable Integer> number) {
        Integer count = arm.transfer() == null ? null : number.apply(arm.transfer());
        return plain(count == null ? null : (Double) count.doubleValue());
    }

    /** Results that somebody else wrote, such as a baseline, may lack an arm. */
    private void add(String name, Unit unit, String arm, Function<Results.ArmNumbers, Results.Value> number) {
        metrics.put(name, new NamedMetric(name, unit, replicate -> {
            Results.ArmNumbers numbers = replicate.arms().get(arm);
            return numbers == null ? Results.Value.UNKNOWN : number.apply(numbers);
        }));
    }

    private static Results.Value plain(@Nullable Double number) {
        return new Results.Value(number, null, null, null, null);
    }

    private NamedMetric accuracy(String arm) {
        return Objects.requireNonNull(metrics.get(arm + "." + TestAccuracy.LABEL));
    }
}
