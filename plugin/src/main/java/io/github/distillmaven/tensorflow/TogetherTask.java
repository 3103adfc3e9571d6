package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.progress.SeedProgress;
import io.github.distillmaven.tensorflow.stacked.SideBySideTask;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;

/** Answers {@link Together}. */
final class TogetherTask {

    private final ProgressReporter progress;

    TogetherTask(ProgressReporter progress) {
        this.progress = progress;
    }

    /** Answers one of the requests. */
    @FunctionalInterface
    interface Single {
        void run(WorkerRequest request) throws IOException, WorkerFailure, InterruptedException;
    }

    /** @param single answers those that are not trained side by side */
    void run(Together together, Single single) throws IOException, WorkerFailure, InterruptedException {
        List<TrainSideBySide> sideBySide = new ArrayList<>();
        List<WorkerRequest> others = new ArrayList<>();
        for (WorkerRequest request : together.requests()) {
            if (request instanceof TrainSideBySide train) {
                sideBySide.add(train);
            } else {
                others.add(request);
            }
        }
        if (!sideBySide.isEmpty()) {
            new SideBySideTask(together.threads(), new SeedProgress(progress)).run(sideBySide);
        }
        for (WorkerRequest request : others) {
            single.run(request);
        }
    }
}
