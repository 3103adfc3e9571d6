package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** What a student gets right that has learnt nothing but which label is given most often. */
@MetaInfServices(Metric.class)
public final class MajorityFloor implements Metric {

    @Override
    public String id() {
        return "majority-floor";
    }

    @Override
    public String meaning() {
        return "test accuracy of always answering the label that was given most often";
    }

    @Override
    public String heading() {
        return "Majority floor";
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public boolean suitsTeachers() {
        return false;
    }

    /** Without trials: it is no model's, and so has no interval. */
    @Override
    public Score of(Evaluation evaluation) {
        int answer = evaluation.taught().mostFrequent();
        Score share = evaluation.share(input -> evaluation.targets()[input] == answer);
        return new Score(share.value(), null, null);
    }
}
