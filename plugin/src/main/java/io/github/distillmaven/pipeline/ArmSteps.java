package io.github.distillmaven.pipeline;

import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.StepExecutor;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;

/** The steps of one arm of a replicate. Each can be had as soon as what it builds on was executed. */
interface ArmSteps {

    /** Of its own workspace, as is the executor. */
    StepDefinitions definitions();

    /** Executes its steps. */
    StepExecutor executor();

    /** The training of its own teacher, if it has one. */
    Optional<PlannedStep.Source> teacher();

    /** What makes its transfer set; empty if it has that of another arm. */
    Optional<PlannedStep.Source> transfer();

    /** Whether inputs are moved for its transfer set, and not for that of another arm. */
    boolean movesInputs();

    /** The record of its transfer set, which must be there. */
    StepRecord requireTransfer(String goal) throws StepFailedException;

    /** The training of its student. */
    PlannedStep student() throws StepFailedException;

    /** Checks that a student can learn from its transfer set. */
    void accept() throws StepFailedException;

    /** Checks that its student is there. */
    void requireStudent(String goal) throws StepFailedException;
}
