package io.github.distillmaven.metrics;

import java.util.OptionalDouble;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** The mean of the recalls of all classes that have inputs: each class counts the same. */
@MetaInfServices(Metric.class)
public final class MacroRecall implements Metric {

    @Override
    public String id() {
        return "macro-recall";
    }

    @Override
    public String meaning() {
        return "mean over the classes of the share of their inputs that is answered right";
    }

    @Override
    public String heading() {
        return "Macro recall";
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public OptionalDouble chance(int classes) {
        return OptionalDouble.of(1.0 / classes);
    }

    @Override
    public Score of(Evaluation evaluation) {
        return Score.of(evaluation.recalls().average().orElse(Double.NaN));
    }
}
