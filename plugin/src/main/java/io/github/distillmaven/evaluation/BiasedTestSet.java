package io.github.distillmaven.evaluation;

import java.util.Optional;

import io.github.distillmaven.extension.EvaluationSet;
import org.kohsuke.MetaInfServices;

/** The test set, with the bias of those classes raised that a student never saw an input of: what that costs the others. */
@MetaInfServices(EvaluationSet.class)
public final class BiasedTestSet implements EvaluationSet {

    @Override
    public String id() {
        return "test-with-bias";
    }

    @Override
    public String meaning() {
        return "the test set, after a bias for the omitted classes, chosen on `validation`, is added";
    }

    @Override
    public Optional<String> biasFrom() {
        return Optional.of("validation");
    }

    @Override
    public Optional<String> lack(Setup setup) {
        return new OmittedClassesSet().lack(setup);
    }
}
