package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** How often a student repeats a mistake of its teacher: here it cannot agree by being right. */
@MetaInfServices(Metric.class)
public final class AgreementWhereTeacherIsWrong implements Metric {

    @Override
    public String id() {
        return "agreement-where-teacher-is-wrong";
    }

    @Override
    public String meaning() {
        return "the same, of the inputs that the teacher gets wrong";
    }

    @Override
    public String heading() {
        return "where the teacher errs";
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public boolean comparesWithTeacher() {
        return true;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return evaluation.share(input -> !evaluation.teacherIsRight(input), evaluation::agreed);
    }
}
