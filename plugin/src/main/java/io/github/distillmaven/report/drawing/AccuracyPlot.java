package io.github.distillmaven.report.drawing;

import java.util.List;

import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.figure.DotPlot;
import io.github.distillmaven.report.figure.DotPlot.Mark;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;

/**
 * The test accuracies of an experiment, one row per arm: of one run with the Wilson interval, of several their mean with its t
 * interval.
 */
public final class AccuracyPlot {

    private AccuracyPlot() {}

    public static DotPlot of(Findings findings) {
        List<DotPlot.Track> rows = findings.arms().all().stream()
                .map(arm -> row(arm, findings.chance()))
                .toList();
        return new DotPlot(
                "Accuracy on the test set. " + DotPlot.inWords(rows) + " Chance: "
                        + Numbers.roundPercent(findings.chance()) + ".",
                rows);
    }

    private static DotPlot.Track row(Arm arm, double chance) {
        Spread spread = arm.spread();
        if (spread == null) {
            Mark nothing = new Mark(arm.role(), Double.NaN, null);
            return new DotPlot.Track(arm.name(), "not tested", chance, List.of(nothing), arm.published());
        }
        Range interval = spread.meanInterval();
        if (interval == null) {
            Proportion test = arm.tests().get(0);
            Mark mark = new Mark(arm.role(), test.value(), test.wilson());
            String value = Numbers.percent(test.value()) + " " + Numbers.interval(test.wilson());
            return new DotPlot.Track(arm.name(), value, chance, List.of(mark), arm.published());
        }
        List<Double> single = arm.tests().stream().map(Proportion::value).toList();
        Mark mark = new Mark(arm.role(), spread.mean(), interval.ofShares(), single);
        return new DotPlot.Track(arm.name(), Numbers.spread(spread), chance, List.of(mark), arm.published());
    }
}
