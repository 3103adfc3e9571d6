package io.github.distillmaven.tensorflow;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.EventSink;

/** Tells the build how far a worker is, at most five times per second. */
final class ProgressReporter {

    private static final long NANOS_BETWEEN_EVENTS = 200_000_000;

    private final EventSink events;
    private long lastEvent = System.nanoTime();

    ProgressReporter(EventSink events) {
        this.events = events;
    }

    /** Begins a pass over {@code total} examples; the other parameters are those of {@link Event.Progress}. */
    Pass begin(String phase, int epoch, int epochs, long total) {
        return new Pass(phase, epoch, epochs, total);
    }

    /** Counts one pass over a set of examples. */
    final class Pass {

        private final String phase;
        private final int epoch;
        private final int epochs;
        private final long total;
        private final long began = System.nanoTime();
        private long done;
        private long correct;
        private double lossSum;

        private Pass(String phase, int epoch, int epochs, long total) {
            this.phase = phase;
            this.epoch = epoch;
            this.epochs = epochs;
            this.total = total;
        }

        /**
         * Counts a batch.
         *
         * @param right how many of its examples were answered with their label
         * @param meanLoss of its examples; NaN if unknown
         */
        void add(int examples, int right, double meanLoss) {
            done += examples;
            correct += right;
            lossSum += meanLoss * examples;
            long now = System.nanoTime();
            if (now - lastEvent >= NANOS_BETWEEN_EVENTS) {
                lastEvent = now;
                double rate = done * 1e9 / (now - began);
                events.send(new Event.Progress(phase, epoch, epochs, done, total, loss(), accuracy(), rate));
            }
        }

        /** Mean loss of the examples so far. */
        double loss() {
            return lossSum / done;
        }

        /** Share of right answers so far, in [0, 1]. */
        double accuracy() {
            return correct / (double) done;
        }
    }
}
