package io.github.distillmaven.results;

import java.util.Locale;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.ExperimentArm;

/** Which part a model plays in an experiment. */
public enum Role {
    TEACHER,
    STUDENT,
    CONTROL,
    COMPARISON,
    /** The teacher of another replicate, held against that of its own. */
    INDEPENDENT;

    /** That of a further student. */
    public static Role of(ExperimentArm arm) {
        return arm.role() == ArmRole.COMPARISON ? COMPARISON : CONTROL;
    }

    /** Class in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code results.json} calls it. */
    public String label() {
        return this == STUDENT ? "treatment" : style();
    }
}
