package io.github.distillmaven.pipeline.engine;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.run.RunPolicy;

/**
 * How the processors and the memory of the machine are shared out.
 *
 * @param workers trainings at the same time
 * @param threads inside one operation of each
 */
public record WorkerBudget(int workers, int threads) {

    /** What a worker with CIFAR-10 in memory and ResNet-18 stays below. */
    private static final long BYTES_PER_WORKER = 4L << 30;

    /** Each takes a thread of the build, and what it needs lies on its disk while it waits for an executor. */
    private static final int MOST_ON_A_CLUSTER = 64;

    /**
     * What the user wants, or what suits: a second thread helps less than a second training at its side, whatever the network.
     * A cluster has as many trainings as it has cores for, with the threads that they would have here: these decide the last digits.
     * Models that are trained side by side share one worker, in which every thread trains others.
     *
     * @param experiment of a sweep, its first cell
     * @param cells how many there are
     * @param processors of the machine
     * @param memory of the machine, in bytes
     */
    public static WorkerBudget of(Experiment experiment, int cells, int processors, long memory) {
        RunPolicy run = experiment.run();
        if (experiment.sideBySide()) {
            return new WorkerBudget(1, run.threads() > 0 ? run.threads() : processors);
        }
        int trainings = cells * experiment.replicates() * (experiment.arms().size() + experiment.ensemble());
        int workers = Math.min(
                trainings,
                run.workers() > 0
                        ? run.workers()
                        : atLeastOne(Math.min(processors / atLeastOne(run.threads()), memory / BYTES_PER_WORKER)));
        return new WorkerBudget(
                run.cluster() == null || run.workers() > 0 ? workers : Math.min(trainings, MOST_ON_A_CLUSTER),
                run.threads() > 0 ? run.threads() : atLeastOne(processors / workers));
    }

    private static int atLeastOne(long count) {
        return (int) Math.max(1, count);
    }
}
