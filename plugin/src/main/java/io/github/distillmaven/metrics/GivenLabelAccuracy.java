package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** How well a student fits the labels that it was given. */
@MetaInfServices(Metric.class)
public final class GivenLabelAccuracy implements Metric {

    @Override
    public String id() {
        return "given-label-accuracy";
    }

    @Override
    public String meaning() {
        return "share of its training images that a student answers with the label they were given";
    }

    @Override
    public String heading() {
        return "Fit of given labels";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public boolean suitsTeachers() {
        return false;
    }

    @Override
    public boolean isOfTraining() {
        return true;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return Score.of(evaluation.taught().fit());
    }
}
