package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** What the teacher should have answered. */
@MetaInfServices(Labelling.class)
public final class TrueLabelling implements Labelling {

    @Override
    public String id() {
        return "true";
    }

    @Override
    public String meaning() {
        return "the true class";
    }

    @Override
    public String title() {
        return "true labels";
    }

    @Override
    public boolean needsTrueLabels() {
        return true;
    }

    @Override
    public boolean asksTeacher() {
        return false;
    }

    @Override
    public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
        return new Targets.Classes(answers.trueLabels().orElseThrow());
    }
}
