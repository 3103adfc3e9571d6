package io.github.distillmaven.pipeline;

/** The steps of one kind of experiment. Each method is one goal and builds on the folders that the earlier ones left. */
interface ExperimentSteps {

    /** Goal {@code fetch-data}. */
    void fetchData() throws StepFailedException, InterruptedException;

    /** Goal {@code train-teacher}. */
    void trainTeacher() throws StepFailedException, InterruptedException;

    /** Goal {@code mislabel}. */
    void mislabel() throws StepFailedException, InterruptedException;

    /** Goal {@code train-student}. */
    void trainStudent() throws StepFailedException, InterruptedException;

    /** Goal {@code report}. */
    void report() throws StepFailedException;

    /** Goal {@code check}. */
    void check() throws StepFailedException;
}
