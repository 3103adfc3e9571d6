package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/**
 * The softmax of those of the teacher's logits that stand for no class, alone. The gradient of the cross entropy with it is that of the
 * Kullback-Leibler divergence from it, which Cloud et al. ("Subliminal Learning", 2025) let students learn.
 */
@MetaInfServices(Labelling.class)
public final class AuxiliaryLabelling implements Labelling {

    @Override
    public String id() {
        return "auxiliary";
    }

    @Override
    public String meaning() {
        return "the teacher's probabilities for its auxiliary logits, which stand for no class";
    }

    @Override
    public String title() {
        return "auxiliary answers";
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public boolean isAuxiliary() {
        return true;
    }

    @Override
    public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
        float[] logits = answers.auxiliary().orElseThrow();
        int auxiliary = logits.length / answers.size();
        int outputs = answers.classes() + auxiliary;
        float[] shares = new float[answers.size() * outputs];
        for (int input = 0; input < answers.size(); input++) {
            Softmax.of(logits, input * auxiliary, auxiliary, 1, shares, input * outputs + answers.classes());
        }
        return new Targets.Distributions(shares, outputs);
    }
}
