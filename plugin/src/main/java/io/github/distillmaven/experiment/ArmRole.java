package io.github.distillmaven.experiment;

/** What a student is there for. */
public enum ArmRole {
    /** What the experiment is about; there is one. */
    TREATMENT,
    /** Lacks something that the treatment has, so that the difference shows what that is worth. */
    CONTROL,
    /** Is made or trained in another way. */
    COMPARISON
}
