package io.github.distillmaven.cluster;

import java.io.Closeable;

import io.github.distillmaven.cluster.start.TaskTicket;

/** What finds a machine for each task, and another one where that is lost. */
interface TaskEngine extends Closeable {

    /** Hears of tasks. */
    interface Listener {

        /**
         * The engine has done with a task.
         *
         * @param problem why the task did not come to its end; empty if it did
         */
        void ended(String task, String problem);

        /**
         * No task will come to its end any more.
         *
         * @param problem for the user
         */
        void gone(String problem);
    }

    /**
     * Has a task done.
     *
     * @param label names it for people
     */
    void submit(TaskTicket ticket, String label);

    /** Ends a task, if it has not ended. */
    void cancel(String task);

    /** Whether it still takes tasks. */
    boolean isAlive();
}
