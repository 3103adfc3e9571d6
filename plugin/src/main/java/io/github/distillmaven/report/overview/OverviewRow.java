package io.github.distillmaven.report.overview;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.account.Reservation;
import io.github.distillmaven.report.figure.DotPlot;
import io.github.distillmaven.report.figure.LinePlot;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

/**
 * One experiment, or one of its results, of the overview; of several replicates it prints the mean.
 *
 * @param name of it, or of the file that its numbers were kept in
 * @param results its numbers
 * @param link to its page; empty if there is none
 * @param gate what came out of what is expected of it
 * @param commit of the sources that the first student was trained from, or that kept results were reported from, as far as it is known;
 *     else empty
 * @param seconds that the first replicate's teacher, its labels and its student took when they were made; NaN if it is not known
 */
public record OverviewRow(String name, Results results, String link, GateResult gate, String commit, double seconds) {

    private static final int SHORT_COMMIT = 10;

    static DotPlot plot(List<OverviewRow> rows) {
        List<DotPlot.Track> tracks = rows.stream().map(OverviewRow::track).toList();
        return new DotPlot("Accuracy on the test set. " + DotPlot.inWords(tracks), tracks);
    }

    private DotPlot.Track track() {
        return new DotPlot.Track(
                name,
                "teacher " + teacher() + ", student " + student(),
                chanceAccuracy(),
                List.of(mark(Role.TEACHER, Results.TEACHER), mark(Role.STUDENT, Results.STUDENT)),
                publishedAccuracy());
    }

    private DotPlot.Mark mark(Role role, String arm) {
        return new DotPlot.Mark(role, mean(arm(arm)), interval(arm));
    }

    /** A point of a trend; empty if nothing was tested. */
    Optional<LinePlot.Point> point(int number, String arm) {
        double mean = mean(arm(arm));
        return Double.isNaN(mean)
                ? Optional.empty()
                : Optional.of(new LinePlot.Point(number, mean, interval(arm), null));
    }

    /** Of several replicates that of the mean; of one network Wilson's. */
    private @Nullable Interval interval(String arm) {
        Results.Statistics statistics = arm(arm).test();
        if (statistics != null && statistics.meanInterval() != null) {
            return new Interval(
                    statistics.meanInterval().low(), statistics.meanInterval().high());
        }
        Results.Value single = results.replicates().get(0).arm(arm).value(TestAccuracy.LABEL);
        return replicates() > 1 || single.low() == null || single.high() == null
                ? null
                : new Interval(single.low(), single.high());
    }

    /** What came out, in one sentence, and what that is worth. */
    public String answer() {
        if (Double.isNaN(mean(arm(Results.STUDENT)))) {
            return "nothing was tested.";
        }
        boolean several = replicates() > 1;
        String verdict = several ? "" : " One network, no verdict.";
        if (several && publishedAccuracy() != null) {
            verdict = " Published: " + published() + "; " + verdict() + ".";
        }
        if (!difference().isEmpty()) {
            verdict += " " + difference();
        }
        return "trained only on its teacher's labels, the student %s %s of the test set correctly; chance is %s.%s"
                .formatted(several ? "on average classifies" : "classifies", student(), chance(), verdict);
    }

    /** Why nothing published stands beside it, though something was; else empty. */
    public String difference() {
        return Reservation.difference(results.published());
    }

    /** Whether a published accuracy stands beside it. */
    boolean hasPublished() {
        return publishedAccuracy() != null;
    }

    /** The commit, short enough for a table. */
    public String shortCommit() {
        return commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
    }

    /** How long the first replicate took; empty if it is not known. */
    public String time() {
        return timed() ? Numbers.duration(seconds) : "";
    }

    boolean timed() {
        return !Double.isNaN(seconds);
    }

    /** The preset that it started from. */
    public String preset() {
        return results.preset() == null ? "none" : results.preset();
    }

    /** Number of inputs that the student is trained on; of several replicates, the range. */
    public String transferSize() {
        return Numbers.counts(results.replicates().stream()
                .mapToInt(replicate -> replicate.student().taught().size()));
    }

    /** Accuracy on the test set. */
    public String teacher() {
        return accuracy(arm(Results.TEACHER));
    }

    /** Accuracy on the test set. */
    public String student() {
        return accuracy(arm(Results.STUDENT));
    }

    /** Mean over the replicates. */
    public String agreement() {
        double mean = results.replicates().stream()
                .mapToDouble(replicate -> replicate.student().value("agreement").number())
                .average()
                .orElse(Double.NaN);
        return Numbers.percent(mean);
    }

    /** Number of replicates. */
    public int replicates() {
        return results.replicates().size();
    }

    /** On the published student; empty if nothing was published or tested. */
    public String verdict() {
        String verdict = arm(Results.STUDENT).verdict();
        return verdict == null ? "" : verdict;
    }

    /** Accuracy of the student as published. */
    public String published() {
        if (publishedAccuracy() == null) {
            return Numbers.UNKNOWN;
        }
        return Numbers.publishedPercent(publishedAccuracy());
    }

    /** Accuracy of guessing. */
    public String chance() {
        return Numbers.roundPercent(chanceAccuracy());
    }

    double chanceAccuracy() {
        int classes =
                results.replicates().get(0).student().taught().givenLabels().size();
        return new TestAccuracy().chance(classes).orElseThrow();
    }

    private Results.Measured arm(String name) {
        return results.summary().arm(name);
    }

    private @Nullable Double publishedAccuracy() {
        Published published = results.published();
        return published == null ? null : published.studentTestAccuracy();
    }

    private static double mean(Results.Measured measured) {
        return measured.test() == null ? Double.NaN : measured.test().mean();
    }

    private static String accuracy(Results.Measured measured) {
        Results.Statistics statistics = measured.test();
        if (statistics == null
                || statistics.standardDeviation() == null
                || Spread.isConstant(statistics.standardDeviation())) {
            return Numbers.percent(mean(measured));
        }
        return Numbers.deviation(statistics.mean(), statistics.standardDeviation());
    }
}
