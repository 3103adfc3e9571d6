package io.github.distillmaven.report.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Advantage;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Arms;

/**
 * The test accuracies of an experiment as a table: of several replicates with their spread, of one with the interval by its test set.
 *
 * @param head names of the columns; the first is of text, the others of numbers but for the last
 * @param rows one per arm, with as many cells as the head
 */
public record ArmTable(List<String> head, List<List<String>> rows) {

    private static final List<String> OF_ONE =
            List.of("Model", "Test accuracy", "95 % interval", "Student minus this", "Published", "Verdict");
    private static final List<String> OF_SEVERAL = List.of(
            "Model",
            "Mean test accuracy",
            "Deviation",
            "95 % of the mean",
            "95 % of a further run",
            "Student minus this",
            "p",
            "Published",
            "Verdict");

    /** @param format prints the numbers */
    public static ArmTable of(Arms arms, NumberFormat format) {
        boolean several = arms.student().tests().size() > 1;
        Map<Arm, Advantage> advantages =
                arms.advantages().stream().collect(Collectors.toMap(Advantage::arm, Function.identity()));
        return new ArmTable(
                several ? OF_SEVERAL : OF_ONE,
                arms.all().stream()
                        .map(arm -> several
                                ? ofSeveral(arm, advantages.get(arm), format)
                                : ofOne(arm, advantages.get(arm), format))
                        .toList());
    }

    /** What the column p holds; a whole sentence, empty for one replicate. */
    public static String test(Arms arms) {
        int comparisons = arms.controls().size();
        if (comparisons == 0 || arms.student().tests().size() == 1) {
            return "";
        }
        return "p: paired t test over the replicates, two-sided"
                + (comparisons == 1 ? "." : ", adjusted by Holm’s method for " + comparisons + " comparisons.");
    }

    private static List<String> ofOne(Arm arm, Advantage advantage, NumberFormat format) {
        Proportion test = arm.tests().get(0);
        boolean tested = test.trials() > 0;
        Range interval = tested ? new Range(test.wilson().low(), test.wilson().high()) : null;
        List<String> cells = new ArrayList<>(
                List.of(arm.name(), tested ? format.share(test.value()) : Numbers.UNKNOWN, interval(interval, format)));
        cells.add(difference(advantage, format));
        cells.addAll(judged(arm, format));
        return cells;
    }

    private static List<String> ofSeveral(Arm arm, Advantage advantage, NumberFormat format) {
        Spread spread = arm.spread();
        List<String> cells = new ArrayList<>(
                spread == null
                        ? List.of(arm.name(), Numbers.UNKNOWN, "", "", "")
                        : List.of(
                                arm.name(),
                                format.share(spread.mean()),
                                format.deviation(spread.standardDeviation()),
                                interval(spread.meanInterval(), format),
                                interval(spread.predictionInterval(), format)));
        cells.add(difference(advantage, format));
        cells.add(advantage == null ? "" : Numbers.pValue(advantage.adjustedPValue()));
        cells.addAll(judged(arm, format));
        return cells;
    }

    private static String difference(Advantage advantage, NumberFormat format) {
        if (advantage == null || advantage.difference() == null) {
            return "";
        }
        Spread difference = advantage.difference().spread();
        return (format.difference(difference.mean()) + " " + interval(difference.meanInterval(), format)).strip();
    }

    private static List<String> judged(Arm arm, NumberFormat format) {
        return List.of(
                arm.published() == null ? "" : format.published(arm.published()),
                arm.verdict() == null ? "" : arm.verdict().inWords());
    }

    private static String interval(Range interval, NumberFormat format) {
        return interval == null ? "" : format.interval(interval);
    }
}
