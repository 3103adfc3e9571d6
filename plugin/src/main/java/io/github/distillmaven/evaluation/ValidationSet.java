package io.github.distillmaven.evaluation;

import java.io.IOException;
import java.util.Optional;

import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Examples;
import org.kohsuke.MetaInfServices;

/** Training examples that neither teacher nor student has seen, for choosing settings without a look at the test set. */
@MetaInfServices(EvaluationSet.class)
public final class ValidationSet implements EvaluationSet.Asked {

    @Override
    public String id() {
        return "validation";
    }

    @Override
    public String meaning() {
        return "training examples that are held out from teacher and students, with their true labels";
    }

    @Override
    public Examples examples(Material material) throws IOException {
        return material.heldOut();
    }

    @Override
    public Optional<String> lack(Setup setup) {
        return setup.validation() > 0
                ? Optional.empty()
                : Optional.of(
                        "no training example is held out. Set <teacher><validation> to a share such as 0.1, or remove it.");
    }
}
