package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** What a step does when its result is nowhere to be had. */
@FunctionalInterface
interface StepWork {

    /**
     * Makes the outputs.
     *
     * @param output an empty folder to write them to
     * @param log where the native output of a worker goes, if there is one
     * @return facts about the machine that made them, for the record
     */
    SortedMap<String, String> run(Path output, Path log) throws StepFailedException, IOException, InterruptedException;
}
