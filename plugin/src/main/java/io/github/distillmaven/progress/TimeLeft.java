package io.github.distillmaven.progress;

import io.github.distillmaven.worker.Event;

/**
 * How long a worker will still take at its current rates. Evaluations count as soon as one of them told its rate, and come as far apart as
 * the last two.
 */
final class TimeLeft {

    private double rate;
    private double evaluationRate;
    private long examples;
    private long testImages;
    private int lastTested = -1;
    private int every = 1;

    /**
     * Takes note of progress.
     *
     * @return seconds that are left; not finite if that cannot be said
     */
    double after(Event.Progress progress) {
        long epochsToCome = progress.epochs() - progress.epoch();
        long ofThisPass = progress.total() - progress.done();
        return switch (progress.phase()) {
            case WorkerProgress.TRAIN -> {
                rate = progress.examplesPerSecond();
                examples = progress.total();
                lastTested = lastTested < 0 ? progress.epoch() - 1 : lastTested;
                yield (ofThisPass + epochsToCome * examples) / rate
                        + evaluation((epochsToCome + every) / every * testImages + examples);
            }
            case WorkerProgress.EVALUATE -> {
                evaluationRate = progress.examplesPerSecond();
                testImages = progress.total();
                every = lastTested < 0 ? every : Math.max(every, progress.epoch() - lastTested);
                lastTested = progress.epoch();
                yield epochsToCome * examples / rate
                        + evaluation(ofThisPass + (epochsToCome + every - 1) / every * testImages + examples);
            }
            default -> ofThisPass / progress.examplesPerSecond();
        };
    }

    private double evaluation(long images) {
        return evaluationRate == 0 ? 0 : images / evaluationRate;
    }
}
