package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import org.kohsuke.MetaInfServices;

/** How often a student's answer is its teacher's, also called fidelity (Stanton et al. 2021). */
@MetaInfServices(Metric.class)
public final class TeacherAgreement implements Metric {

    /** Its name. */
    public static final String ID = "agreement";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String meaning() {
        return "share of the evaluation set where the answer is the teacher's";
    }

    @Override
    public String heading() {
        return "Agreement with teacher";
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public boolean comparesWithTeacher() {
        return true;
    }

    @Override
    public boolean needsTrueLabels() {
        return false;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return evaluation.share(evaluation::agreed);
    }
}
