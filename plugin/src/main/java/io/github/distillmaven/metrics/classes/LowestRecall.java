package io.github.distillmaven.metrics.classes;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** The recall of the class that has the lowest, of all that have inputs. */
@MetaInfServices(Metric.class)
public final class LowestRecall implements Metric {

    @Override
    public String id() {
        return "lowest-recall";
    }

    @Override
    public String meaning() {
        return "share of the inputs of one class that is answered right, of the class where it is lowest";
    }

    @Override
    public String heading() {
        return "Lowest recall";
    }

    @Override
    public int place() {
        return 42;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return Score.of(evaluation.recalls().min().orElse(Double.NaN));
    }
}
