package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** The class that an input is to be taken for, whether or not the teacher takes it for that (Ilyas et al. 2019, section 3.2). */
@MetaInfServices(Labelling.class)
public final class TargetLabelling implements Labelling {

    @Override
    public String id() {
        return "target";
    }

    @Override
    public String meaning() {
        return "the class that `<target>` sets";
    }

    @Override
    public String title() {
        return "labels of targets";
    }

    @Override
    public boolean needsTargets() {
        return true;
    }

    @Override
    public boolean asksTeacher() {
        return false;
    }

    @Override
    public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
        return new Targets.Classes(answers.targets().orElseThrow());
    }
}
