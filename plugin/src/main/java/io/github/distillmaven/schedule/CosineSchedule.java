package io.github.distillmaven.schedule;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.training.Schedule;
import org.kohsuke.MetaInfServices;

/** Half a cosine from the full rate at step 0 to zero after the last step (Loshchilov and Hutter 2017). */
@MetaInfServices(Schedule.class)
public final class CosineSchedule implements Schedule {

    @Override
    public String id() {
        return "cosine";
    }

    @Override
    public String meaning() {
        return "to zero at the end";
    }

    @Override
    public double factor(long step, Length length, Choice choice) {
        return fallen(step, length.steps());
    }

    /** What is left of the rate at a step of a fall of so many steps. */
    static double fallen(long step, long steps) {
        return (1 + Math.cos(Math.PI * step / steps)) / 2;
    }
}
