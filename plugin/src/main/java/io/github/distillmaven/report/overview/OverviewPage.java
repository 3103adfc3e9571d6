package io.github.distillmaven.report.overview;

import java.util.List;

/**
 * All that the template of the overview prints.
 *
 * @param groups the experiments of one module, or of several, or results that were kept
 * @param trends of kept results; none of a build's own
 * @param kept whether it is of results that were kept
 * @param partial what it lacks, in whole sentences; empty if nothing
 */
public record OverviewPage(List<OverviewGroup> groups, List<CommitTrend> trends, boolean kept, String partial) {

    public OverviewPage {
        groups = List.copyOf(groups);
        trends = List.copyOf(trends);
    }

    /** How many of what are listed. */
    public String counted() {
        if (kept) {
            return count(experiments(), "result") + " of " + count(names(), "experiment");
        }
        String modules = groups.size() > 1 ? " of " + groups.size() + " modules" : "";
        return count(experiments(), "experiment") + modules;
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private int names() {
        return (int) groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(row -> row.results().experiment())
                .distinct()
                .count();
    }

    /** Number of experiments that are listed. */
    public int experiments() {
        return groups.stream()
                .mapToInt(group -> group.rows().size() + group.sweeps().size())
                .sum();
    }

    /** Whether there is an experiment that is no sweep. */
    public boolean listed() {
        return groups.stream().anyMatch(group -> !group.rows().isEmpty());
    }

    /** Whether some experiment has several replicates, and so perhaps a verdict. */
    public boolean replicated() {
        return groups.stream().anyMatch(OverviewGroup::replicated);
    }
}
