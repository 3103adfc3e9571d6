package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** How well a teacher knows what it was trained on. */
@MetaInfServices(Metric.class)
public final class TrainAccuracy implements Metric {

    @Override
    public String id() {
        return "train-accuracy";
    }

    @Override
    public String meaning() {
        return "share of its own training set that a teacher answers right";
    }

    @Override
    public String heading() {
        return "On its training set";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public boolean suitsStudents() {
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
