package io.github.distillmaven.schedule;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.training.Schedule;
import org.kohsuke.MetaInfServices;

/** The same rate at every step. */
@MetaInfServices(Schedule.class)
public final class ConstantSchedule implements Schedule {

    @Override
    public String id() {
        return "constant";
    }

    @Override
    public String meaning() {
        return "always the same";
    }

    @Override
    public double factor(long step, Length length, Choice choice) {
        return 1;
    }
}
