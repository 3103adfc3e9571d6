package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** The class that the teacher takes for the most likely one, in inference mode, without augmentation. */
@MetaInfServices(Labelling.class)
public final class PredictedLabelling implements Labelling {

    @Override
    public String id() {
        return "predicted";
    }

    @Override
    public String meaning() {
        return "the teacher's most likely class";
    }

    @Override
    public String title() {
        return "labels";
    }

    @Override
    public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
        return new Targets.Classes(answers.predicted());
    }
}
