package io.github.distillmaven.metrics.classes;

import java.util.OptionalDouble;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** The share of inputs whose class is among the five that the model finds most likely; unknown where there are no more than five. */
@MetaInfServices(Metric.class)
public final class Top5Accuracy implements Metric {

    private static final int ANSWERS = 5;

    @Override
    public String id() {
        return "top-5-accuracy";
    }

    @Override
    public String meaning() {
        return "share of the evaluation set whose class is among the five most likely ones, where there are more than five";
    }

    @Override
    public String heading() {
        return "Top-5 accuracy";
    }

    @Override
    public int place() {
        return 44;
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public OptionalDouble chance(int classes) {
        return classes > ANSWERS ? OptionalDouble.of(ANSWERS / (double) classes) : OptionalDouble.empty();
    }

    @Override
    public Score of(Evaluation evaluation) {
        if (evaluation.classes() <= ANSWERS) {
            return Score.of(Double.NaN);
        }
        float[] logits = evaluation.model().logits().orElseThrow();
        return evaluation.share(
                input -> place(logits, input, evaluation.targets()[input], evaluation.classes()) < ANSWERS);
    }

    /** How many classes come before one; of equally likely ones, those with lower numbers do, as in answers. */
    private static int place(float[] logits, int input, int label, int classes) {
        int row = input * classes;
        float own = logits[row + label];
        int before = 0;
        for (int other = 0; other < classes; other++) {
            float logit = logits[row + other];
            if (logit > own || logit == own && other < label) {
                before++;
            }
        }
        return before;
    }
}
