package io.github.distillmaven.tensorflow;

import io.github.distillmaven.worker.WorkerProcess;

/** Main class of the forked JVM. */
public final class TensorFlowWorker {

    private TensorFlowWorker() {}

    /** @param args the path of the request file */
    public static void main(String[] args) {
        WorkerProcess.run(args, new TensorFlowTask());
    }
}
