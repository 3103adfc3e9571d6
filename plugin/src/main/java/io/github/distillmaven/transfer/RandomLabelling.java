package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Labels that say nothing of the inputs (Zhang et al. 2017). */
@MetaInfServices(Labelling.class)
public final class RandomLabelling implements Labelling {

    @Override
    public String id() {
        return "random";
    }

    @Override
    public String meaning() {
        return "any class, all equally likely";
    }

    @Override
    public String title() {
        return "random labels";
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public boolean asksTeacher() {
        return false;
    }

    @Override
    public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
        int[] labels = new int[answers.size()];
        for (int input = 0; input < labels.length; input++) {
            labels[input] = random.nextInt(answers.classes());
        }
        return new Targets.Classes(labels);
    }
}
