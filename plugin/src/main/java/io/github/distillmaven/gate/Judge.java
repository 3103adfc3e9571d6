package io.github.distillmaven.gate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Condition.Bound;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.metrics.statistics.PairedDifference;
import io.github.distillmaven.results.Measurement;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Results;

/** Holds results against what is expected of them. */
public final class Judge {

    private final MetricCatalog metrics;
    private final Results results;
    private final Baseline baseline;

    /** @param metrics that the experiment has, those of its controls among them */
    public Judge(MetricCatalog metrics, Results results, Baseline baseline) {
        this.metrics = metrics;
        this.results = results;
        this.baseline = baseline;
    }

    /** One outcome for each condition, in order. */
    public List<Outcome> judge(List<Expectation> expectations) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Expectation expectation : expectations) {
            for (Condition condition : expectation.conditions()) {
                outcomes.add(judge(new Finding(expectation, condition)));
            }
        }
        return outcomes;
    }

    /**
     * What is to be said of each condition where there are no results to look at.
     *
     * @param reason whole sentences
     */
    public static List<Outcome> withoutResults(List<Expectation> expectations, String reason) {
        return each(expectations, Outcome.Status.ERROR, reason);
    }

    /**
     * What is to be said of each condition where none is held.
     *
     * @param reason a part of a sentence
     */
    public static List<Outcome> notHeld(List<Expectation> expectations, String reason) {
        return each(
                expectations, Outcome.Status.NOT_HELD, "The preset expects this of its own settings: " + reason + ".");
    }

    private static List<Outcome> each(List<Expectation> expectations, Outcome.Status status, String text) {
        return expectations.stream()
                .flatMap(expectation ->
                        expectation.conditions().stream().map(condition -> new Finding(expectation, condition)))
                .map(finding -> finding.outcome(status, text))
                .toList();
    }

    private Outcome judge(Finding finding) {
        Optional<Measurement> found = measured(finding.metric(), results);
        if (found.isEmpty()) {
            return finding.outcome(
                    Outcome.Status.UNMET,
                    finding.metric() + " was not measured, but is expected to meet a condition (" + finding.place()
                            + ").");
        }
        Measurement measurement = found.get();
        if (finding.condition() instanceof Condition.Above above) {
            return above(finding, measurement, above);
        }
        Condition.Limit limit = (Condition.Limit) finding.condition();
        return limit.bound() == Bound.NO_WORSE_THAN_BASELINE_BY
                ? notBelowBaseline(finding, measurement, limit.value())
                : within(finding, measurement, limit);
    }

    private static Outcome within(Finding finding, Measurement measurement, Condition.Limit condition) {
        boolean floor = condition.bound() == Bound.MIN;
        BigDecimal limit = exact(condition.value());
        int side = exact(measurement.value()).compareTo(limit);
        Wording wording = Wording.of(measurement.unit(), exact(measurement.value()), limit);
        return finding.of(
                floor ? side >= 0 : side <= 0,
                wording.measured(measurement),
                (floor ? "at least " : "at most ") + wording.limit(limit));
    }

    private Outcome above(Finding finding, Measurement measurement, Condition.Above condition) {
        String other = condition.metric();
        Optional<List<Double>> lower = each(other);
        if (lower.isEmpty()) {
            return finding.outcome(
                    Outcome.Status.UNMET,
                    "%s was not measured, but %s is expected to lie above it (%s)."
                            .formatted(other, finding.metric(), finding.place()));
        }
        int replicates = lower.get().size();
        PairedDifference difference = PairedDifference.of(
                each(finding.metric()).orElseThrow(),
                lower.get().stream().map(value -> condition.times() * value).toList());
        Double bound = difference.atLeast();
        if (bound == null || replicates < Condition.FEWEST_REPLICATES) {
            return finding.outcome(
                    Outcome.Status.UNMET,
                    "%s cannot be said to lie above %s by %s: how far seeds scatter is not known. Set <replicates>%s</replicates> or more (%s)."
                            .formatted(
                                    finding.metric(),
                                    condition.lower(),
                                    replicates == 1 ? "one network" : replicates + " replicates",
                                    Condition.FEWEST_REPLICATES,
                                    finding.place()));
        }
        BigDecimal by = exact(condition.by());
        BigDecimal atLeast = exact(bound);
        Wording wording = Wording.of(measurement.unit(), atLeast, by);
        return finding.difference(
                difference.exceeds(condition.by()),
                condition.lower(),
                difference.spread().isConstant()
                        ? "%s in each of %s replicates".formatted(wording.signed(bound), replicates)
                        : "%s over %s replicates, and with 95%% confidence above %s"
                                .formatted(
                                        wording.signed(difference.spread().mean()), replicates, wording.signed(bound)),
                "above " + wording.difference(by));
    }

    private Outcome notBelowBaseline(Finding finding, Measurement measurement, double by) {
        Optional<Results> earlier;
        try {
            earlier = baseline.read();
        } catch (IOException e) {
            return finding.outcome(Outcome.Status.ERROR, String.valueOf(e.getMessage()));
        }
        Wording plain = Wording.of(measurement.unit(), exact(measurement.value()), exact(measurement.value()));
        if (earlier.isEmpty()) {
            return finding.outcome(
                    Outcome.Status.SKIPPED,
                    "%s is %s, and there is no baseline %s yet to compare it with (%s)."
                            .formatted(
                                    finding.metric(), plain.measured(measurement), baseline.name(), finding.place()));
        }
        String wanted = "at most " + plain.difference(exact(by)) + " below ";
        Optional<Measurement> before = measured(finding.metric(), earlier.get());
        if (before.isEmpty()) {
            return finding.of(
                    false,
                    plain.measured(measurement),
                    wanted + "that of the baseline " + baseline.name()
                            + ", which lacks it; write the baseline anew with -Ddistill.writeBaseline");
        }
        BigDecimal limit = exact(before.get().value()).subtract(exact(by));
        Wording wording = Wording.of(measurement.unit(), exact(measurement.value()), limit);
        return finding.of(
                exact(measurement.value()).compareTo(limit) >= 0,
                wording.measured(measurement),
                wanted + "the " + wording.value(before.get().value()) + " of the baseline " + baseline.name());
    }

    private Optional<List<Double>> each(String metric) {
        return metrics.find(metric).orElseThrow().each(results);
    }

    private Optional<Measurement> measured(String metric, Results from) {
        return metrics.find(metric).orElseThrow().of(from);
    }

    /** As it is printed in {@code results.json}, so that 0.48 is 0.02 below 0.5. */
    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number);
    }
}
