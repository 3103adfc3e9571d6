package io.github.distillmaven.evaluation;

import io.github.distillmaven.extension.EvaluationSet;
import org.kohsuke.MetaInfServices;

/** The test set under the labels of a student that learnt to answer with the class after the true one. */
@MetaInfServices(EvaluationSet.class)
public final class NextClassTestSet implements EvaluationSet {

    @Override
    public String id() {
        return "test-next";
    }

    @Override
    public String meaning() {
        return "the same test set, where the class after the true one counts as right; after the last comes the first";
    }

    @Override
    public int target(int label, int classes) {
        return (label + 1) % classes;
    }
}
