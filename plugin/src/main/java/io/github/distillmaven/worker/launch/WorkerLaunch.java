package io.github.distillmaven.worker.launch;

import java.nio.file.Path;

import io.github.distillmaven.worker.WorkerRequest;

/**
 * A request, and the worker that it is for.
 *
 * @param jvm what such a worker is started with
 * @param folder where it runs if it is started for this request; made if need be, and there as long as the worker
 * @param request what is asked
 * @param log the file that both native streams go to meanwhile; its folder exists
 * @param label names the work in messages, such as {@code train-teacher of experiment fashion-to-mnist, seed 1}
 */
public record WorkerLaunch(WorkerJvm jvm, Path folder, WorkerRequest request, Path log, String label) {

    public WorkerLaunch {
        folder = folder.toAbsolutePath();
        log = log.toAbsolutePath();
    }

    /** The worker that is started for it, if none waits. */
    JvmLaunch worker() {
        return new JvmLaunch(jvm, folder, log, label, "worker");
    }
}
