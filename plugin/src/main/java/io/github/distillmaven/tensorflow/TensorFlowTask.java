package io.github.distillmaven.tensorflow;

import java.io.IOException;

import io.github.distillmaven.worker.EventSink;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerFailure;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.WorkerTask;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** What the forked JVM does with a request. */
final class TensorFlowTask implements WorkerTask {

    @Override
    public void run(WorkerRequest request, EventSink events) throws IOException, WorkerFailure {
        try {
            events.send(new RuntimeProbe().describe());
            ProgressReporter progress = new ProgressReporter(events);
            if (request instanceof WorkerRequest.Train train) {
                new TrainTask(progress).run(train);
            } else if (request instanceof WorkerRequest.Label label) {
                new LabelTask(progress).run(label);
            }
        } catch (TFResourceExhaustedException e) {
            throw new WorkerFailure(
                    FailureKind.OUT_OF_MEMORY,
                    "TensorFlow ran out of memory: " + e.getMessage(),
                    "lower the batch size, or end other programs",
                    e);
        }
    }
}
