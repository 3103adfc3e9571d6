package io.github.distillmaven.metrics;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Kappa;
import org.kohsuke.MetaInfServices;

/**
 * How far model and teacher err on the same inputs, beyond what two independent models of their accuracies would (Geirhos, Meding and
 * Wichmann, "Beyond accuracy: quantifying trial-by-trial behaviour of CNNs and humans by measuring error consistency", NeurIPS 2020):
 * {@code (c - e) / (1 - e)}, where both are right or both are wrong on the share {@code c} of the inputs, and {@code e = p q + (1 - p)
 * (1 - q)} of their accuracies {@code p} and {@code q}. That is Cohen's kappa of being right. It is 0 where just one of them never errs,
 * and unknown where neither errs, or both always do.
 */
@MetaInfServices(Metric.class)
public final class ErrorConsistency implements Metric {

    @Override
    public String id() {
        return "error-consistency";
    }

    @Override
    public String meaning() {
        return "kappa of model and teacher being right: 1 if they err on the same inputs, 0 as two independent models do";
    }

    @Override
    public String heading() {
        return "Error consistency";
    }

    @Override
    public Unit unit() {
        return Unit.COEFFICIENT;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean comparesWithTeacher() {
        return true;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return Score.of(
                Kappa.of(marks(evaluation, evaluation::right), marks(evaluation, evaluation::teacherIsRight), 2));
    }

    /** 1 for each input of which something holds, 0 for the others. */
    private static int[] marks(Evaluation evaluation, IntPredicate holds) {
        return IntStream.range(0, evaluation.targets().length)
                .map(input -> holds.test(input) ? 1 : 0)
                .toArray();
    }
}
