package io.github.distillmaven.pipeline.plan;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What an experiment would make, as people read it: a line for each kind of result, and how long all of it takes.
 *
 * @param stages in their order
 * @param durations how long results take
 * @param jointly whether those of a stage are made in one go
 * @param workers that this build would have
 */
public record PlanTable(List<Stage> stages, Durations durations, boolean jointly, int workers) {

    private static final String ROW = "  %-40s %6s %6s %8s %13s";

    /** Numbers of workers that times are told for, beside this build's own. */
    private static final List<Integer> OTHERS = List.of(1, 2, 4, 8, 16);

    /** The lines, for the log. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("result", "all", "there", "to make", "seconds each"));
        Map<String, List<PlannedResult>> kinds = stages.stream()
                .flatMap(stage -> stage.results().stream())
                .collect(Collectors.groupingBy(PlannedResult::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, results) -> lines.add(row(kind, results, each(results))));
        List<PlannedResult> all =
                stages.stream().flatMap(stage -> stage.results().stream()).toList();
        lines.add(row("together", all, ""));
        if (all.stream().anyMatch(PlannedResult::isToMake)) {
            lines.addAll(times());
        }
        return lines;
    }

    private static String row(String name, List<PlannedResult> results, String each) {
        long toMake = results.stream().filter(PlannedResult::isToMake).count();
        return ROW.formatted(name, results.size(), results.size() - toMake, toMake, each)
                .stripTrailing();
    }

    private String each(List<PlannedResult> results) {
        DoubleSummaryStatistics seconds = results.stream()
                .flatMapToDouble(result -> durations.of(result).stream())
                .summaryStatistics();
        if (seconds.getCount() == 0) {
            return "not known";
        }
        String least = String.format(Locale.ROOT, "%.1f", seconds.getMin());
        String most = String.format(Locale.ROOT, "%.1f", seconds.getMax());
        return least.equals(most) ? most : least + " to " + most;
    }

    private List<String> times() {
        List<String> lines = new ArrayList<>();
        List<PlannedResult> toMake =
                stages.stream().flatMap(stage -> stage.toMake().stream()).toList();
        String unknown = toMake.stream()
                .filter(result -> durations.of(result).isEmpty())
                .map(PlannedResult::kind)
                .distinct()
                .collect(Collectors.joining(", "));
        if (toMake.stream().anyMatch(result -> durations.of(result).isPresent())) {
            lines.add("Time: about " + (jointly ? inOneGo() : byWorkers()) + ".");
            lines.add("Critical path: %s: %s.".formatted(duration(sum(stage -> stage.longest(durations))), path()));
        }
        if (!unknown.isEmpty()) {
            lines.add("How long these take is not known, because the store has nothing similar: " + unknown + ".");
        }
        return lines;
    }

    private String inOneGo() {
        return duration(sum(stage -> stage.longest(durations))) + ", as what is of one stage is made in one go";
    }

    private String byWorkers() {
        SortedSet<Integer> counts = new TreeSet<>(OTHERS);
        counts.add(workers);
        return counts.stream()
                .map(count -> "%s with %s%s"
                        .formatted(
                                duration(sum(stage -> stage.seconds(durations, count))),
                                count == 1 ? "1 worker" : count,
                                count == workers ? " (here)" : ""))
                .collect(Collectors.joining(", "));
    }

    private String path() {
        return stages.stream()
                .flatMap(stage -> stage.slowest(durations).stream())
                .map(result ->
                        result.kind() + " " + duration(durations.of(result).orElse(0)))
                .collect(Collectors.joining(", "));
    }

    private double sum(ToDoubleFunction<Stage> seconds) {
        return stages.stream().mapToDouble(seconds).sum();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return whole < 3600
                ? "%s min %s s".formatted(whole / 60, whole % 60)
                : "%s h %s min".formatted(whole / 3600, whole / 60 % 60);
    }
}
