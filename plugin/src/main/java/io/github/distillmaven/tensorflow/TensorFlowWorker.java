package io.github.distillmaven.tensorflow;

import java.util.Locale;
import java.util.concurrent.FutureTask;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.process.WorkerProcess;

/** Main class of the forked JVM. */
public final class TensorFlowWorker {

    private TensorFlowWorker() {}

    /** @param args the path of the request file */
    public static void main(String[] args) {
        // TensorFlow Java numbers its operations with String.format, in the digits of the locale, and refuses their
        // names then.
        Locale.setDefault(Locale.ROOT);
        // Loading the native library takes about as long as reading the request: both go on at once.
        FutureTask<Event.Started> runtime = new FutureTask<>(new RuntimeProbe()::describe);
        Thread loading = new Thread(runtime, "load-tensorflow");
        loading.setDaemon(true);
        loading.start();
        WorkerProcess.run(args, new TensorFlowTask(runtime));
    }
}
