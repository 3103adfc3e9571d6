package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.util.SortedMap;

import io.github.distillmaven.pipeline.step.StepFailedException;

/** What a step does when its result is nowhere to be had. */
@FunctionalInterface
interface StepWork {

    /**
     * Makes the outputs.
     *
     * @return facts about the machine that made them, for the record
     */
    SortedMap<String, String> run(StepPlace place) throws StepFailedException, IOException, InterruptedException;
}
