package io.github.distillmaven.worker.launch;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;

/** Hears what a worker tells the build. */
@FunctionalInterface
public interface WorkerListener {

    /**
     * Hears one event.
     *
     * @throws WorkerException if the worker is not to go on: it is ended
     */
    void hear(Event event) throws WorkerException;
}
