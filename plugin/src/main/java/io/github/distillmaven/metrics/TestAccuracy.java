package io.github.distillmaven.metrics;

import java.util.OptionalDouble;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** The share of right answers: the number that an experiment is about. */
@MetaInfServices(Metric.class)
public final class TestAccuracy implements Metric {

    /** What users write behind the name of an arm. */
    public static final String LABEL = "testAccuracy";

    @Override
    public String id() {
        return "test-accuracy";
    }

    @Override
    public String meaning() {
        return "share of the evaluation set that is answered right";
    }

    @Override
    public String heading() {
        return "Test accuracy";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public OptionalDouble chance(int classes) {
        return OptionalDouble.of(1.0 / classes);
    }

    @Override
    public Score of(Evaluation evaluation) {
        return evaluation.share(evaluation::right);
    }
}
