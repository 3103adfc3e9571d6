package io.github.distillmaven.report.account;

import java.util.Objects;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.statistics.Effect;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.results.arms.Arm;
import org.jspecify.annotations.Nullable;

/**
 * Says what several students show, and what they say about a published one.
 *
 * @param published null if nothing was
 * @param student of all replicates
 * @param format prints its accuracies
 */
public record VerdictSentence(@Nullable Published published, Arm student, NumberFormat format) {

    /** By how much the students exceed what there would be without an effect; empty if that is not known, or the replicates are few. */
    public String effect() {
        Effect effect = student.effect();
        Double atLeast = effect == null ? null : effect.difference().atLeast();
        if (effect == null || atLeast == null || effect.difference().spread().n() < Condition.FEWEST_REPLICATES) {
            return "";
        }
        Spread spread = effect.difference().spread();
        String difference = "Student minus %s: %s points".formatted(effect.over(), format.difference(spread.mean()));
        return difference
                + (spread.isConstant()
                        ? " in each replicate. "
                        : ", with 95% confidence above " + format.difference(atLeast) + ". ");
    }

    /** The verdict on the published number, with its reason. */
    public String verdict() {
        if (published != null && !published.holds()) {
            return published.differenceInWords() + " So its numbers are not shown here, and there is no verdict.";
        }
        Spread spread = student.spread();
        if (student.verdict() == null || spread == null) {
            return "Nothing was published to compare with.";
        }
        String number = "Published: " + format.published(student.published()) + "; ";
        String further =
                "the 95% prediction interval of one further run, " + format.interval(spread.predictionInterval());
        return number
                + switch (student.verdict()) {
                    case TOO_FEW, NO_CONTROL -> student.verdict().inWords() + ".";
                    case NO_EFFECT -> "no effect: the student is not shown to lie above " + over() + ".";
                    case TOO_WIDE ->
                        "compatible, but too wide to tell: it lies within " + further
                                + ", which is wider than 20 percentage points.";
                    case REPRODUCED -> "reproduced: it lies within " + further + ".";
                    case DIRECTION_ONLY ->
                        "direction only: it lies outside " + further + ", but on the same side of " + over() + ".";
                    case NOT_REPRODUCED ->
                        "not reproduced: it lies outside " + further + ", and not above " + over() + ".";
                };
    }

    private String over() {
        Effect effect = Objects.requireNonNull(student.effect(), "a verdict on no effect");
        return effect.over().equals(Effect.CHANCE)
                ? effect.over()
                : effect.over() + ", " + format.share(effect.nothing());
    }
}
