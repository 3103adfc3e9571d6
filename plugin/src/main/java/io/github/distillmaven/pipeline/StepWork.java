package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.SortedMap;

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
