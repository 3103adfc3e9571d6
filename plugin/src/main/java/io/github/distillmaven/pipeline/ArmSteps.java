package io.github.distillmaven.pipeline;

/** The steps of one arm of a replicate. */
interface ArmSteps {

    /** Part of the goal {@code mislabel}; that of the treatment comes first. */
    void label() throws StepFailedException, InterruptedException;

    /** Part of the goal {@code train-student}. */
    void train() throws StepFailedException, InterruptedException;

    /** Checks that its student is there. */
    void requireStudent(String goal) throws StepFailedException;
}
