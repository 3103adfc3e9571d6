package io.github.distillmaven.evaluation;

import java.util.Optional;

import io.github.distillmaven.extension.EvaluationSet;
import org.kohsuke.MetaInfServices;

/** Test images of classes that a student never saw an input of, with the bias of these classes raised. */
@MetaInfServices(EvaluationSet.class)
public final class BiasedOmittedClassesSet implements EvaluationSet {

    @Override
    public String id() {
        return "omitted-with-bias";
    }

    @Override
    public String meaning() {
        return "the images of `omitted`, after a bias for the omitted classes, chosen on `validation`, is added";
    }

    @Override
    public Optional<String> biasFrom() {
        return Optional.of("validation");
    }

    @Override
    public boolean includes(int label, Setup setup) {
        return new OmittedClassesSet().includes(label, setup);
    }

    @Override
    public Optional<String> lack(Setup setup) {
        return new OmittedClassesSet().lack(setup);
    }
}
