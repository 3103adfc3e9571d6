package io.github.distillmaven.cluster;

import java.nio.file.Path;

import io.github.distillmaven.cluster.task.TaskEnd;
import io.github.distillmaven.worker.Event;

/** What a build hears of one of its tasks. */
sealed interface Happening {

    /** An executor's worker told something. */
    record Told(TaskSession session, Event event) implements Happening {}

    /**
     * An executor came to an end.
     *
     * @param files what it wrote, checked
     */
    record Came(TaskSession session, TaskEnd end, Path files) implements Happening {}

    /**
     * The engine has done with it.
     *
     * @param problem why it did not come to its end; empty if it did
     */
    record Over(String problem) implements Happening {}

    /**
     * The engine is no more.
     *
     * @param problem for the user
     */
    record Gone(String problem) implements Happening {}
}
