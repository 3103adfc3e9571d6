package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import org.kohsuke.MetaInfServices;

/** How far a student's distributions are from its teacher's where that errs: here they cannot be near by being right. */
@MetaInfServices(Metric.class)
public final class KlDivergenceWhereTeacherIsWrong implements Metric {

    @Override
    public String id() {
        return "kl-divergence-where-teacher-is-wrong";
    }

    @Override
    public String meaning() {
        return "the same, of the inputs that the teacher gets wrong";
    }

    @Override
    public String heading() {
        return "KL where the teacher errs";
    }

    @Override
    public Unit unit() {
        return Unit.NATS;
    }

    @Override
    public int place() {
        return 120;
    }

    @Override
    public boolean comparesWithTeacher() {
        return true;
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return KlDivergence.mean(evaluation, input -> !evaluation.teacherIsRight(input));
    }
}
