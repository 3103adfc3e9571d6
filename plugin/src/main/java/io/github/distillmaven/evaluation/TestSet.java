package io.github.distillmaven.evaluation;

import io.github.distillmaven.extension.EvaluationSet;
import org.kohsuke.MetaInfServices;

/** The test set of the teacher's data. */
@MetaInfServices(EvaluationSet.class)
public final class TestSet implements EvaluationSet {

    @Override
    public String id() {
        return TEST;
    }

    @Override
    public String meaning() {
        return "the test set of the teacher's data, with its true labels";
    }
}
