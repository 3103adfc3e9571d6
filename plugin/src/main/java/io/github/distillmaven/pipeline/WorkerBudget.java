package io.github.distillmaven.pipeline;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Network;
import io.github.distillmaven.experiment.Run;

/**
 * How the processors and the memory of the machine are shared out.
 *
 * @param workers trainings at the same time
 * @param threads inside one operation of each
 */
public record WorkerBudget(int workers, int threads) {

    /** What a worker with CIFAR-10 in memory stays below. */
    private static final long BYTES_PER_WORKER = 4L << 30;

    /**
     * What the user wants, or what suits. Small networks gain little from a second thread: side by side, each with one
     * thread, they do more work. The convolutions of a large one keep all processors busy. Points share one worker, in which every
     * thread computes other seeds.
     *
     * @param processors of the machine
     * @param memory of the machine, in bytes
     */
    public static WorkerBudget of(Experiment experiment, int processors, long memory) {
        Run run = experiment.run();
        if (experiment.isOfPoints()) {
            return new WorkerBudget(1, run.threads() > 0 ? run.threads() : processors);
        }
        int trainings = experiment.replicates() * (1 + experiment.controls().size());
        boolean sideBySide = trainings > 1 && run.workers() != 1 && isSmall(experiment);
        if (run.threads() == 0 && run.workers() == 0) {
            int workers = sideBySide ? atMost(trainings, processors, memory) : 1;
            return new WorkerBudget(workers, workers > 1 ? 1 : processors);
        }
        if (run.workers() == 0) {
            return new WorkerBudget(
                    sideBySide ? atMost(trainings, processors / run.threads(), memory) : 1, run.threads());
        }
        return new WorkerBudget(
                Math.min(run.workers(), trainings),
                run.threads() > 0 ? run.threads() : Math.max(1, processors / run.workers()));
    }

    private static int atMost(int trainings, int workers, long memory) {
        return (int) Math.max(1, Math.min(Math.min(trainings, workers), memory / BYTES_PER_WORKER));
    }

    private static boolean isSmall(Experiment experiment) {
        return experiment.teacher().network() != Network.RESNET18
                && experiment.student().network() != Network.RESNET18;
    }
}
