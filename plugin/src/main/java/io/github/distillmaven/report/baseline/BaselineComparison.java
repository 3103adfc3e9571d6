package io.github.distillmaven.report.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.results.Measurement;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.NamedMetric;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.EarlierResults;
import org.jspecify.annotations.Nullable;

/**
 * What changed since a baseline.
 *
 * @param name of the baseline's file, as the user wrote it
 * @param of what the baseline is of, in words
 * @param rows one for each number that both have
 * @param notes what makes the two hard to compare, and what only one of them has; whole sentences
 */
public record BaselineComparison(String name, String of, List<BaselineRow> rows, List<String> notes) {

    /** More names than this are counted rather than listed. */
    private static final int MOST_NAMES = 6;

    /** @param baseline null if there is none; then there is no comparison either, but null */
    public static @Nullable BaselineComparison of(@Nullable EarlierResults baseline, Results now) {
        return baseline == null ? null : between(baseline, now);
    }

    /** What changed since earlier results. */
    public static BaselineComparison between(EarlierResults baseline, Results now) {
        Results before = baseline.results();
        List<BaselineRow> rows = new ArrayList<>();
        List<String> onlyBefore = new ArrayList<>();
        List<String> onlyNow = new ArrayList<>();
        Set<String> shared = new LinkedHashSet<>(controls(now));
        shared.retainAll(controls(before));
        Set<String> sets = new LinkedHashSet<>(sets(now));
        sets.addAll(sets(before));
        for (NamedMetric metric : new MetricCatalog(Metrics.KNOWN, shared, sets).all()) {
            Optional<Measurement> was = metric.of(before);
            Optional<Measurement> is = metric.of(now);
            if (was.isPresent() && is.isPresent()) {
                rows.add(BaselineRow.of(metric.name(), was.get(), is.get(), paired(metric, before, now)));
            } else if (was.isPresent()) {
                onlyBefore.add(metric.name());
            } else if (is.isPresent()) {
                onlyNow.add(metric.name());
            }
        }
        List<String> notes = new ArrayList<>();
        kinship(before, now, notes);
        oneSided("students", controls(before), controls(now), notes);
        oneSided("seeds", seeds(before), seeds(now), notes);
        oneSided("numbers", onlyBefore, onlyNow, notes);
        if (before.replicates().size() == 1 || now.replicates().size() == 1) {
            notes.add(
                    "Intervals of one network cover the choice of test images alone: a difference may be due to the seed.");
        }
        return new BaselineComparison(baseline.name(), description(before), rows, notes);
    }

    /** Differences seed by seed; null unless both have the same seeds, two or more. */
    private static @Nullable Spread paired(NamedMetric metric, Results before, Results now) {
        if (now.replicates().size() < 2 || !order(before).equals(order(now))) {
            return null;
        }
        Spread spread = Spread.ofDifferences(
                metric.each(now).orElseThrow(), metric.each(before).orElseThrow());
        double farthest = metric.unit().high() - metric.unit().low();
        return spread.within(-farthest, farthest);
    }

    private static List<Long> order(Results results) {
        return results.replicates().stream().map(Results.Replicate::seed).toList();
    }

    private static void kinship(Results before, Results now, List<String> notes) {
        if (!before.experiment().equals(now.experiment())) {
            notes.add("The baseline is of another experiment, " + before.experiment()
                    + ": a difference is not a change of this one.");
        }
        if (!Objects.equals(before.preset(), now.preset())) {
            notes.add("The baseline is of another preset, " + preset(before) + ", not " + preset(now) + ".");
        }
    }

    private static <T> void oneSided(String things, Collection<T> before, Collection<T> now, List<String> notes) {
        missing(before, now).ifPresent(names -> notes.add("Only the baseline has the " + things + " " + names + "."));
        missing(now, before).ifPresent(names -> notes.add("Only this build has the " + things + " " + names + "."));
    }

    private static <T> Optional<String> missing(Collection<T> from, Collection<T> others) {
        List<T> missing = from.stream().filter(one -> !others.contains(one)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = missing.stream().limit(MOST_NAMES).map(Object::toString).collect(Collectors.joining(", "));
        int more = missing.size() - MOST_NAMES;
        return Optional.of(more > 0 ? names + " and " + more + " more" : names);
    }

    private static Set<String> controls(Results results) {
        return results.replicates().stream()
                .flatMap(replicate -> replicate.others().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Ids of the evaluation sets. */
    private static Set<String> sets(Results results) {
        Set<String> sets = new LinkedHashSet<>(
                results.replicates().get(0).student().evaluations().keySet());
        sets.remove(Results.TRAINING);
        return sets;
    }

    private static Set<Long> seeds(Results results) {
        return results.replicates().stream()
                .map(Results.Replicate::seed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String description(Results results) {
        int replicates = results.replicates().size();
        return "experiment %s, %s"
                .formatted(
                        results.experiment(),
                        replicates == 1 ? "seed " + results.replicates().get(0).seed() : replicates + " replicates");
    }

    private static String preset(Results results) {
        return results.preset() == null ? "none" : results.preset();
    }

    /** How many of the numbers differ, and which by more than their seeds scatter; a whole sentence. */
    public String verdict() {
        long differing = rows.stream().filter(BaselineRow::differs).count();
        List<String> apart = rows.stream()
                .filter(BaselineRow::apart)
                .map(BaselineRow::metric)
                .toList();
        String beyond = missing(apart, List.of())
                .map(names -> "; paired by seed, the 95% interval of the difference excludes 0 for " + names)
                .orElse("");
        return "%s of the %s numbers that both have differ%s.".formatted(differing, rows.size(), beyond);
    }

    /** The comparison for the log: what became of the student and the teacher, and what is to be said about it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Baseline " + name + " (" + of + "): "
                + rows.stream()
                        .filter(row -> row.metric().matches("(student|teacher)\\.testAccuracy"))
                        .map(BaselineRow::inWords)
                        .collect(Collectors.joining("; "))
                + ".");
        lines.add(verdict());
        if (!notes.isEmpty()) {
            lines.add(String.join(" ", notes));
        }
        return lines;
    }
}
