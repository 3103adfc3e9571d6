package io.github.distillmaven.results;

import java.util.List;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.metrics.Verdict;

/**
 * One model of every replicate: all teachers, all students of the treatment, or all of a control.
 *
 * @param name of a control as users write it; else {@code Teacher} or {@code Student}
 * @param control which one; null for the teacher and the treatment
 * @param tests right answers on the test set, one per replicate
 * @param spread of their shares; null if nothing was tested
 * @param published accuracy; null if none was
 * @param verdict on that; null if there is none or nothing was tested
 */
public record Arm(
        String name,
        Role role,
        Control control,
        List<Proportion> tests,
        Spread spread,
        Double published,
        Verdict verdict) {

    static Arm of(Control control, List<Proportion> tests) {
        return new Arm(control.folder(), Role.CONTROL, control, tests, spread(tests), null, null);
    }

    /**
     * @param nothing what there would be without the effect; null if chance is to count
     */
    static Arm of(String name, Role role, List<Proportion> tests, Double published, Spread nothing, double chance) {
        Spread spread = spread(tests);
        Verdict verdict = spread == null || published == null ? null : Verdict.of(published, spread, nothing, chance);
        return new Arm(name, role, null, tests, spread, published, verdict);
    }

    private static Spread spread(List<Proportion> tests) {
        return tests.stream().anyMatch(test -> test.trials() == 0) ? null : Spread.of(values(tests));
    }

    /** By how much the treatment exceeds this arm, replicate by replicate; null if nothing was tested. */
    public Spread advantageOf(Arm treatment) {
        return spread == null ? null : Spread.ofDifferences(values(treatment.tests), values(tests));
    }

    private static List<Double> values(List<Proportion> tests) {
        return tests.stream().map(Proportion::value).toList();
    }
}
