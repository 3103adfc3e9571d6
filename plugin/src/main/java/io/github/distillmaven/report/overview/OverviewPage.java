package io.github.distillmaven.report.overview;

import java.util.List;

/** All that the template of the overview prints: the experiments of one module, or of several. */
public record OverviewPage(List<OverviewGroup> groups, String partial) {

    public OverviewPage {
        groups = List.copyOf(groups);
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
