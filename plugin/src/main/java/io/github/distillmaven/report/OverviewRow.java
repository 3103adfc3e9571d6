package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.report.Results.Replicate;

/**
 * One experiment of the overview.
 *
 * @param results its numbers
 * @param link to its page
 */
record OverviewRow(Results results, String link) {

    static DotPlot plot(List<OverviewRow> rows) {
        List<DotPlot.Row> tracks = rows.stream().map(OverviewRow::track).toList();
        return new DotPlot("Accuracy on the test set. " + DotPlot.inWords(tracks), tracks);
    }

    private DotPlot.Row track() {
        return new DotPlot.Row(
                results.experiment(),
                "teacher " + teacher() + ", student " + student(),
                chanceAccuracy(),
                List.of(
                        new DotPlot.Mark(
                                Role.TEACHER, orNaN(replicate().teacher().testAccuracy()), null),
                        new DotPlot.Mark(
                                Role.STUDENT, orNaN(replicate().student().testAccuracy()), null)),
                publishedAccuracy());
    }

    String preset() {
        return results.preset() == null ? "none" : results.preset();
    }

    String transferSize() {
        return Numbers.count(replicate().transfer().size());
    }

    String teacher() {
        return Numbers.percent(orNaN(replicate().teacher().testAccuracy()), 1);
    }

    String student() {
        return Numbers.percent(orNaN(replicate().student().testAccuracy()), 1);
    }

    String agreement() {
        return Numbers.percent(orNaN(replicate().student().agreement()), 1);
    }

    String published() {
        return publishedAccuracy() == null ? "not published" : Numbers.publishedPercent(publishedAccuracy());
    }

    String chance() {
        return Numbers.roundPercent(chanceAccuracy());
    }

    private double chanceAccuracy() {
        return 1.0 / replicate().transfer().givenLabels().size();
    }

    private Double publishedAccuracy() {
        Published published = results.published();
        return published == null ? null : published.studentTestAccuracy();
    }

    private Replicate replicate() {
        return results.replicates().get(0);
    }

    private static double orNaN(Double accuracy) {
        return accuracy == null ? Double.NaN : accuracy;
    }
}
