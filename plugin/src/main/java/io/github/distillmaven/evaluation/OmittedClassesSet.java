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
        return "the test images of the classes that `<transfer><omittedClasses>` leaves out, of the treatment or else"
                + " of further students";
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
