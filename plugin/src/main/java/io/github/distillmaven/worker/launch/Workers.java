package io.github.distillmaven.worker.launch;

import java.util.SortedMap;

import io.github.distillmaven.worker.WorkerException;

/** Where requests are answered: on this machine, or on those of a cluster. Serves any number of threads. */
public interface Workers {

    /**
     * Has a request answered. If this method throws, no worker is at it any more.
     *
     * @param launch what is asked of whom
     * @param listener hears every event, in order, in the calling thread; where the work had to begin again, those of the beginning again
     * @return facts about the machine that answered, where it is not this one; by the names that records have for them
     * @throws WorkerException if the worker could not be started, failed or crashed, or the listener wants no more of it; the
     *     message tells the user why
     * @throws InterruptedException if the calling thread was interrupted; the worker is killed
     */
    SortedMap<String, String> run(WorkerLaunch launch, WorkerListener listener)
            throws WorkerException, InterruptedException;
}
