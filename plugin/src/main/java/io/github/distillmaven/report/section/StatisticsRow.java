package io.github.distillmaven.report.section;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.Reservation;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Arm;

/**
 * Test accuracies of one arm over all replicates.
 *
 * @param deviation in percentage points
 * @param meanInterval in percent; likewise the other interval
 * @param published empty for a control
 * @param style class of the row in the style sheet
 */
public record StatisticsRow(
        String name,
        String mean,
        String deviation,
        String meanInterval,
        String predictionInterval,
        String published,
        String verdict,
        String style) {

    static StatisticsRow of(Arm arm, Published published) {
        Spread spread = arm.spread();
        if (spread == null) {
            return new StatisticsRow(
                    arm.name(), Numbers.UNKNOWN, "", "", "", "", "", arm.role().style());
        }
        String missing = !arm.isCompared() ? Reservation.missing(published) : "";
        return new StatisticsRow(
                arm.name(),
                Numbers.percent(spread.mean()),
                Numbers.hundredfold(spread.standardDeviation()),
                Numbers.interval(spread.meanInterval()),
                Numbers.interval(spread.predictionInterval()),
                arm.published() == null ? missing : Numbers.publishedPercent(arm.published()),
                arm.verdict() == null ? "" : arm.verdict().inWords(),
                arm.role().style());
    }
}
