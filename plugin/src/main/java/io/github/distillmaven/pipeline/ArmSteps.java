package io.github.distillmaven.pipeline;

import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.StepExecutor;
import io.github.distillmaven.pipeline.step.Earlier;
import io.github.distillmaven.pipeline.step.StepDefinition;
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

    /** What decides its own teacher, if it has one. */
    Optional<StepDefinition> ownTeacher();

    /**
     * What decides its transfer set.
     *
     * @param earlier where the records are taken from of what it is made of
     */
    StepDefinition transfer(Earlier earlier) throws StepFailedException;

    /** What decides its student, likewise. */
    default StepDefinition student(Earlier earlier) throws StepFailedException {
        return definitions().student(earlier.require(executor().workspace(), transfer(earlier)));
    }

    /** The record of its transfer set, which must be there. */
    default StepRecord requireTransfer(String goal) throws StepFailedException {
        Earlier earlier = Earlier.than(goal);
        return earlier.require(executor().workspace(), transfer(earlier));
    }

    /** The training of its student. */
    PlannedStep student() throws StepFailedException;

    /** Checks that a student can learn from its transfer set. */
    void accept() throws StepFailedException;

    /** Checks that its student is there. */
    default void requireStudent(String goal) throws StepFailedException {
        Earlier earlier = Earlier.than(goal);
        earlier.require(executor().workspace(), student(earlier));
    }
}
