package io.github.distillmaven.evaluation;

import java.util.Optional;

import io.github.distillmaven.extension.EvaluationSet;
import org.kohsuke.MetaInfServices;

/** Test images of classes that a student never saw an input of, as in Hinton et al. 2015, section 3. */
@MetaInfServices(EvaluationSet.class)
public final class OmittedClassesSet implements EvaluationSet {

    @Override
    public String id() {
        return "omitted";
    }

    @Override
    public String meaning() {
        return "those images of the test set whose class is left out of the transfer set: of the treatment, or if that has all classes, of"
                + " further students";
    }

    @Override
    public boolean includes(int label, Setup setup) {
        return setup.omittedClasses().contains(label);
    }

    @Override
    public Optional<String> lack(Setup setup) {
        return setup.omittedClasses().isEmpty()
                ? Optional.of("no class is left out of a transfer set. Set <transfer><omittedClasses>, or remove it.")
                : Optional.empty();
    }
}
