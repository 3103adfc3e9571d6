package io.github.distillmaven.report.overview;

import java.util.DoubleSummaryStatistics;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.sweep.ArmMean;
import io.github.distillmaven.results.sweep.SweepNumbers;

/**
 * A sweep in the overview: one entry for all its cells.
 *
 * @param link to its page
 * @param gate what came out of what is expected of its cells, and between them
 */
public record OverviewSweep(SweepNumbers numbers, String link, GateResult gate) {

    /** Its name. */
    public String name() {
        return numbers.experiment();
    }

    /** The settings that are swept. */
    public String settings() {
        return String.join(", ", numbers.settings());
    }

    /** Number of cells. */
    public String cells() {
        return Numbers.count(numbers.cells().size());
    }

    /** Test accuracies of the students, from the lowest to the highest mean. */
    public String student() {
        return range(Results.STUDENT);
    }

    /** Test accuracies of the teachers, likewise. */
    public String teacher() {
        return range(Results.TEACHER);
    }

    /** What came out, in one sentence. */
    public String answer() {
        return "%s cells over %s; students read %s of the test set.".formatted(cells(), settings(), student());
    }

    private String range(String arm) {
        DoubleSummaryStatistics means = numbers.cells().stream()
                .map(cell -> cell.arms().get(arm))
                .filter(mean -> mean != null)
                .map(ArmMean::accuracy)
                .filter(Predicate.not(accuracy -> Double.isNaN(accuracy)))
                .collect(Collectors.summarizingDouble(Double::doubleValue));
        if (means.getCount() == 0) {
            return Numbers.UNKNOWN;
        }
        String low = Numbers.percent(means.getMin());
        String high = Numbers.percent(means.getMax());
        return low.equals(high) ? low : low + " to " + high;
    }
}
