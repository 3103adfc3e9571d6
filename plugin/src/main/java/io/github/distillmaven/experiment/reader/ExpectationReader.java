package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Condition.Bound;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.experiment.rules.ExpectationRules;
import io.github.distillmaven.experiment.rules.KnownMetrics;
import io.github.distillmaven.experiment.rules.MetricScope;
import io.github.distillmaven.experiment.settings.ExpectationSettings;
import io.github.distillmaven.experiment.settings.RepeatedElement;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.text.NearestName;

/** Turns what the user wrote into expectations, and says what is wrong with it. */
final class ExpectationReader {

    private final KnownMetrics metrics;
    private final List<String> known;
    private final MetricScope scope;
    private final List<String> problems;

    /**
     * @param known names of all controls that there are
     * @param scope what the experiment has metrics of
     * @param problems takes one sentence or more for each thing that is wrong
     */
    ExpectationReader(KnownMetrics metrics, List<String> known, MetricScope scope, List<String> problems) {
        this.known = known;
        this.metrics = metrics;
        this.scope = scope;
        this.problems = problems;
    }

    /**
     * Reads the expectations among all that was written. Names of elements that there are not are somebody else's business.
     *
     * @param written texts by path; a repeated element has its number in brackets
     */
    List<Expectation> read(Map<String, String> written) {
        List<Expectation> expectations = new ArrayList<>();
        RepeatedElement.each(ExpectationSettings.PATH, written)
                .forEach((number, elements) -> expectations.add(read(number, elements)));
        return expectations;
    }

    private Expectation read(int number, Map<String, String> elements) {
        Optional<String> metric = metric(number, elements, ExpectationSettings.METRIC);
        if (!elements.containsKey(ExpectationSettings.METRIC)) {
            problems.add(Expectation.place(number) + " has no <metric>. There are: " + listed() + ".");
        }
        List<Condition> conditions = new ArrayList<>();
        limit(number, elements, Bound.MIN, metric).ifPresent(conditions::add);
        limit(number, elements, Bound.MAX, metric).ifPresent(conditions::add);
        Optional<Double> times =
                number(number, elements, Condition.Above.TIMES, ExpectationSettings.MULTIPLE, Optional.empty());
        Optional<Double> by = number(number, elements, Condition.Above.BY, metric);
        metric(number, elements, Condition.Above.ELEMENT).ifPresent(other -> {
            refuseOtherUnit(number, metric, other);
            conditions.add(new Condition.Above(other, times.orElse(1.0), by.orElse(0.0)));
        });
        if (!elements.containsKey(Condition.Above.ELEMENT)) {
            refuse(number, elements, Condition.Above.TIMES, "how many times");
            refuse(number, elements, Condition.Above.BY, "by how much");
        }
        limit(number, elements, Bound.NO_WORSE_THAN_BASELINE_BY, metric).ifPresent(conditions::add);
        trend(elements, Condition.Trend.RISES).ifPresent(conditions::add);
        trend(elements, Condition.Trend.FALLS).ifPresent(conditions::add);
        if (Condition.ELEMENTS.stream().noneMatch(elements::containsKey)) {
            problems.add(Expectation.place(number) + " has no condition. Give it one or more of <"
                    + String.join(">, <", Condition.ELEMENTS) + ">.");
        }
        Expectation expectation = new Expectation(number, metric.orElse(""), conditions);
        problems.addAll(new ExpectationRules(metrics, scope).violations(expectation));
        return expectation;
    }

    /** Whether there is such a sweep is said where that is read. */
    private static Optional<Condition> trend(Map<String, String> elements, String element) {
        return Optional.ofNullable(elements.get(element))
                .map(setting -> new Condition.Trend(setting.strip(), element.equals(Condition.Trend.RISES)));
    }

    /** The metric that an element names; empty if there is no such element or no such metric. */
    private Optional<String> metric(int number, Map<String, String> elements, String element) {
        String name = elements.get(element);
        if (name == null) {
            return Optional.empty();
        }
        Optional<String> unset = UnsetProperty.refusal(Expectation.place(number, element), name);
        if (unset.isPresent()) {
            problems.add(unset.get());
            return Optional.empty();
        }
        List<String> names = metrics.names(scope);
        if (names.contains(name)) {
            return Optional.of(name);
        }
        String where = Expectation.place(number, element) + " is '" + name + "'";
        Optional<String> retirement = RetiredControls.named(name);
        if (retirement.isPresent()) {
            problems.add(where + ". " + retirement.get());
            return Optional.empty();
        }
        problems.add(missingControl(name)
                .map(control ->
                        "%s, but the experiment has no such control. Add '%s' to <controls>.".formatted(where, control))
                .or(() -> missingSet(name)
                        .map(set -> "%s, but the experiment has no such evaluation set. Add '%s' to <evaluationSets>."
                                .formatted(where, set)))
                .orElseGet(() -> "%s; it must be the name of a metric.%s There are: %s."
                        .formatted(
                                where,
                                NearestName.of(name, names)
                                        .map(near -> " Did you mean '" + near + "'?")
                                        .orElse(""),
                                listed())));
        return Optional.empty();
    }

    private Optional<String> missingControl(String name) {
        return known.stream()
                .filter(control -> name.equals(control) || name.startsWith(control + "."))
                .filter(control -> metrics.names(scope.withArms(known)).contains(name))
                .findFirst();
    }

    private Optional<String> missingSet(String name) {
        int from = name.indexOf('.') + 1;
        int to = name.lastIndexOf('.');
        return Optional.of(from < to ? name.substring(from, to) : "")
                .filter(set -> EvaluationSets.chosen(set).isPresent())
                .filter(set ->
                        metrics.names(scope.withSets(EvaluationSet.TEST, set)).contains(name));
    }

    private String listed() {
        Predicate<String> ofStudents =
                name -> scope.arms().stream().anyMatch(arm -> name.equals(arm) || name.startsWith(arm + "."));
        List<String> names = metrics.names(scope.withSets(EvaluationSet.TEST)).stream()
                .filter(ofStudents.negate())
                .toList();
        List<String> sets = scope.sets().stream()
                .filter(set -> !set.equals(EvaluationSet.TEST))
                .toList();
        return String.join(", ", names)
                + (scope.arms().isEmpty()
                        ? ""
                        : "; those of student and transfer, and labelsChanged, also of "
                                + String.join(", ", scope.arms()))
                + (sets.isEmpty()
                        ? ""
                        : "; on " + String.join(", ", sets) + " with its name in the middle, such as student."
                                + sets.get(0) + ".agreement");
    }

    private Optional<Condition> limit(int number, Map<String, String> elements, Bound bound, Optional<String> metric) {
        return number(number, elements, bound.element(), metric).map(value -> new Condition.Limit(bound, value));
    }

    private void refuse(int number, Map<String, String> elements, String element, String says) {
        if (elements.containsKey(element)) {
            problems.add("%s says %s, but not above what. Add <above>, or remove it."
                    .formatted(Expectation.place(number, element), says));
        }
    }

    private Optional<Double> number(int number, Map<String, String> elements, String element, Optional<String> metric) {
        Optional<String> share = metric.filter(name -> metrics.isShare(name, scope));
        return number(
                number,
                elements,
                element,
                share.isPresent() ? ExpectationSettings.SHARE : ExpectationSettings.NUMBER,
                share);
    }

    /** @param share the metric, if it is a share */
    private Optional<Double> number(
            int number, Map<String, String> elements, String element, ValueType<Double> type, Optional<String> share) {
        String text = elements.get(element);
        if (text == null) {
            return Optional.empty();
        }
        Optional<String> unset = UnsetProperty.refusal(Expectation.place(number, element), text);
        if (unset.isPresent()) {
            problems.add(unset.get());
            return Optional.empty();
        }
        try {
            return Optional.of(type.read(text));
        } catch (IllegalArgumentException e) {
            problems.add("%s is '%s'; it must be %s.%s"
                    .formatted(
                            Expectation.place(number, element),
                            text,
                            type.expectation(),
                            share.map(name -> " " + name + " is a share." + percent(text))
                                    .orElse("")));
            return Optional.empty();
        }
    }

    /** What somebody meant who wrote a share in percent. */
    private static String percent(String text) {
        try {
            double share = Double.parseDouble(text.replace("%", "")) / 100;
            return share > 0 && share <= 1 ? " Did you mean " + share + "?" : "";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }

    private void refuseOtherUnit(int number, Optional<String> metric, String other) {
        metric.filter(name -> metrics.isShare(name, scope) != metrics.isShare(other, scope))
                .ifPresent(name ->
                        problems.add("%s is '%s', which cannot be compared with %s: one is a share, the other a count."
                                .formatted(Expectation.place(number, Condition.Above.ELEMENT), other, name)));
    }
}
