package io.github.distillmaven.metrics;

import java.util.OptionalDouble;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** How often the least likely class is the right one. A student that learnt from wrong labels what an image is not shows it here: it calls the true
 * class the least likely one more often than chance has it. */
@MetaInfServices(Metric.class)
public final class ArgminAccuracy implements Metric {

    @Override
    public String id() {
        return "argmin-accuracy";
    }

    @Override
    public String meaning() {
        return "share of the evaluation set where the least likely class is the right one";
    }

    @Override
    public String heading() {
        return "True class called the least likely";
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public OptionalDouble chance(int classes) {
        return OptionalDouble.of(1.0 / classes);
    }

    @Override
    public boolean suitsTeachers() {
        return false;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return evaluation.share(
                input -> evaluation.model().leastLikely()[input] == evaluation.targets()[input]);
    }
}
