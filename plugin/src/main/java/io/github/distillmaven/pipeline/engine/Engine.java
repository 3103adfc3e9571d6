package io.github.distillmaven.pipeline.engine;

import java.nio.file.Path;
import java.util.SortedMap;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.worker.WorkerRequest;

/** What trains models and lets them answer. */
public interface Engine {

    /** Gets what it computes with, for builds that will be offline. */
    void fetchRuntime() throws StepFailedException;

    /** How many requests it may be given at the same time, at least 1. */
    int atOnce();

    /** How many threads it uses for one request, at least 1. */
    int threads();

    /** What is known to change the bits of what it computes. */
    SortedMap<String, String> environment();

    /**
     * Runs a request to its end: every file that it speaks of is written then.
     *
     * @param task names the work on a progress display, such as {@code teacher}
     * @param label names it in messages
     * @param log file that native output goes to, if there is any
     * @return facts about the machine, for the record
     */
    SortedMap<String, String> run(WorkerRequest request, String task, String label, Path log)
            throws StepFailedException, InterruptedException;
}
