package io.github.distillmaven.metrics;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Divergence;
import org.kohsuke.MetaInfServices;

/**
 * How far a model's distributions over the classes are from its teacher's: the mean over the inputs of KL(teacher || model), as Stanton
 * et al., "Does Knowledge Distillation Really Work?" (NeurIPS 2021) measure fidelity beside agreement.
 */
@MetaInfServices(Metric.class)
public final class KlDivergence implements Metric {

    @Override
    public String id() {
        return "kl-divergence";
    }

    @Override
    public String meaning() {
        return "mean KL divergence of the model's distribution over the classes from the teacher's, in nats";
    }

    @Override
    public String heading() {
        return "KL to teacher, nats";
    }

    @Override
    public Unit unit() {
        return Unit.NATS;
    }

    @Override
    public int place() {
        return 110;
    }

    @Override
    public boolean comparesWithTeacher() {
        return true;
    }

    @Override
    public boolean needsTrueLabels() {
        return false;
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return mean(evaluation, input -> true);
    }

    /** The mean over some inputs; unknown of none. */
    static Score mean(Evaluation evaluation, IntPredicate among) {
        float[] teacher = evaluation.teacher().logits().orElseThrow();
        float[] model = evaluation.model().logits().orElseThrow();
        return Score.of(IntStream.range(0, evaluation.targets().length)
                .filter(among)
                .mapToDouble(input -> Divergence.ofRow(teacher, model, input, evaluation.classes()))
                .average()
                .orElse(Double.NaN));
    }
}
