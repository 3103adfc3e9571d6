package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.github.distillmaven.disk.DiskFailure;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.progress.SeedProgress;
import io.github.distillmaven.tensorflow.stacked.SideBySideTask;
import io.github.distillmaven.tensorflow.stacked.StackedPool;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.EventSink;
import io.github.distillmaven.worker.process.WorkerFailure;
import io.github.distillmaven.worker.process.WorkerTask;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** What the forked JVM does with a request. */
final class TensorFlowTask implements WorkerTask {

    private final Future<Event.Started> runtime;

    /** @param runtime what {@link RuntimeProbe} finds, once the native library is loaded */
    TensorFlowTask(Future<Event.Started> runtime) {
        this.runtime = runtime;
    }

    @Override
    public void run(WorkerRequest request, EventSink events) throws IOException, WorkerFailure, InterruptedException {
        try {
            events.send(loaded());
            try (StackedPool pool = new StackedPool()) {
                answer(request, new ProgressReporter(events), pool);
            }
        } catch (TFResourceExhaustedException e) {
            // TensorFlow says so of a full disk too.
            if (DiskFailure.of(e).isPresent()) {
                throw new IOException(e.getMessage(), e);
            }
            throw new WorkerFailure(
                    FailureKind.OUT_OF_MEMORY,
                    "TensorFlow ran out of memory: " + e.getMessage(),
                    "lower the batch size, or end other programs",
                    e);
        }
    }

    static void answer(WorkerRequest request, ProgressReporter progress, StackedPool pool)
            throws IOException, WorkerFailure, InterruptedException {
        if (request instanceof WorkerRequest.Train train) {
            new TrainTask(progress, System::nanoTime).run(train);
        } else if (request instanceof WorkerRequest.Adopt adopt) {
            new AdoptTask(progress).run(adopt);
        } else if (request instanceof WorkerRequest.Label label) {
            new LabelTask(progress, pool).run(label);
        } else if (request instanceof TrainSideBySide train) {
            new SideBySideTask(1, new SeedProgress(progress)).run(List.of(train));
        } else if (request instanceof Together together) {
            new TogetherTask(progress).run(together, single -> answer(single, progress, pool));
        }
    }

    private Event.Started loaded() throws InterruptedException {
        try {
            return runtime.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkageError error) {
                new NativesUnpacking().explain(error);
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
