package io.github.distillmaven.results.arms;

import java.util.List;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.metrics.statistics.Effect;
import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.PairedDifference;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.metrics.statistics.Verdict;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

/**
 * The test accuracies of one model of every replicate: of all teachers, of all students of the treatment, or of all of a control.
 *
 * @param id its name in results and metrics
 * @param control which one; null for the teacher and the treatment
 * @param tests right answers on the test set, one per replicate
 * @param spread of their shares; null if nothing was tested
 * @param published accuracy; null if none was, or if it is that of another experiment
 * @param effect by how much it exceeds what there would be without one; null if nothing shows that, nothing was tested, or the
 *     accuracy was selected
 * @param verdict on the published accuracy; null if there is none, nothing was tested, or the accuracy was selected
 */
public record Arm(
        String id,
        Role role,
        @Nullable ExperimentArm control,
        List<Proportion> tests,
        @Nullable Spread spread,
        @Nullable Double published,
        @Nullable Effect effect,
        @Nullable Verdict verdict) {

    /** A further student, of which nothing was published. */
    static Arm of(ExperimentArm control, List<Proportion> tests) {
        return new Arm(control.name(), Role.of(control), control, tests, spread(tests), null, null, null);
    }

    /**
     * An arm whose accuracies were measured.
     *
     * @param published null if none was
     * @param nothing what there would be without an effect
     */
    static Arm measured(String id, Role role, List<Proportion> tests, @Nullable Double published, Nothing nothing) {
        Spread spread = spread(tests);
        Effect effect = spread == null ? null : nothing.under(values(tests));
        Verdict verdict = spread == null || published == null ? null : Verdict.of(published, spread, effect);
        return new Arm(id, role, null, tests, spread, published, effect, verdict);
    }

    /** An arm whose accuracies say nothing, for those that had others were drawn again. */
    static Arm selected(String id, Role role, List<Proportion> tests, @Nullable Double published) {
        return new Arm(id, role, null, tests, spread(tests), published, null, null);
    }

    /** The same students by another share of the test set than that of right answers, of which nothing was published. */
    public Arm by(List<Proportion> shares) {
        return new Arm(id, role, control, shares, spread(shares), null, null, null);
    }

    private static @Nullable Spread spread(List<Proportion> tests) {
        return tests.stream().anyMatch(test -> test.trials() == 0) ? null : Spread.ofShares(values(tests));
    }

    /** What a table calls it: its name, of a control as users write it. */
    public String name() {
        return switch (role) {
            case TEACHER -> "Teacher";
            case INDEPENDENT -> "Independent teacher";
            case STUDENT -> "Student";
            case CONTROL, COMPARISON -> id;
        };
    }

    /** In what its students differ from the treatment's; empty for the teacher and the treatment. */
    public String meaning() {
        return control == null ? "" : control.meaning();
    }

    /** How well it shows what there would be without an effect; 0 if it does not. */
    public int nullRank() {
        return control == null ? 0 : control.nullRank();
    }

    /** Of the mean; null for one replicate, or if nothing was tested. */
    public @Nullable Range meanInterval() {
        return spread == null ? null : spread.meanInterval();
    }

    /** Mean test accuracy; NaN if nothing was tested. */
    public double accuracy() {
        return spread == null ? Double.NaN : spread.mean();
    }

    /** Of the mean, or for one replicate Wilson's; null if nothing was tested. */
    public @Nullable Interval interval() {
        if (spread == null) {
            return null;
        }
        Range ofMean = spread.meanInterval();
        return ofMean == null ? tests.get(0).wilson() : ofMean.ofShares();
    }

    /** Whether it is compared with the treatment. */
    public boolean isCompared() {
        return control != null;
    }

    /** By how much the treatment exceeds this arm, replicate by replicate; null if nothing was tested. */
    @Nullable
    PairedDifference advantageOf(Arm treatment) {
        return spread == null ? null : PairedDifference.ofShares(values(treatment.tests), values(tests));
    }

    /** Share of right answers of each replicate. */
    List<Double> accuracies() {
        return values(tests);
    }

    /**
     * The smallest number of right answers that at least such a share of the replicates does not exceed.
     *
     * @param share in (0, 1]
     */
    public int quantile(double share) {
        int[] sorted = tests.stream().mapToInt(Proportion::successes).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** How many replicates have so many right answers, from none to all. */
    public int[] histogram() {
        int[] counts = new int[tests.get(0).trials() + 1];
        tests.forEach(test -> counts[test.successes()]++);
        return counts;
    }

    /** How many replicates are at least as good as the published one; 0 if none was published. */
    public long reaching() {
        return published == null
                ? 0
                : tests.stream().filter(test -> test.value() >= published).count();
    }

    private static List<Double> values(List<Proportion> tests) {
        return tests.stream().map(Proportion::value).toList();
    }
}
