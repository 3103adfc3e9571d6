package io.github.distillmaven.cluster.task;

import java.util.SortedMap;

/**
 * How a task ended on an executor.
 *
 * @param how in which of the ways
 * @param message what the user is told of a failure; empty if there is none
 * @param machine facts about the executor's machine, by the names that records have for them
 */
public record TaskEnd(How how, String message, SortedMap<String, String> machine) {

    /** How. */
    public enum How {
        /** All outputs are written, and were sent. */
        DONE,
        /** It would fail elsewhere too. */
        FAILED,
        /** The worker was lost: it may succeed elsewhere, or later. */
        LOST
    }
}
