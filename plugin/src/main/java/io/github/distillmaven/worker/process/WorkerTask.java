package io.github.distillmaven.worker.process;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerRequest;

/** The work of a worker: what its main class hands to {@link WorkerProcess#run}. */
@FunctionalInterface
public interface WorkerTask {

    /**
     * Does what is asked and returns when every file of the request is written. {@link Event.Finished} and
     * {@link Event.Failed} are sent by {@link WorkerProcess}, the other events by the task.
     *
     * @param request what is asked
     * @param events where those go
     * @throws WorkerFailure if it knows why it cannot go on, and what the user can do
     * @throws Exception anything else; it is reported as well as its type allows
     */
    void run(WorkerRequest request, EventSink events) throws Exception;
}
