package io.github.distillmaven.tensorflow.progress;

import java.util.function.LongSupplier;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.process.EventSink;

/** Tells the build how far a worker is, at most five times per second, and what it has to know beside that. */
public final class ProgressReporter {

    private static final long NANOS_BETWEEN_EVENTS = 200_000_000;

    private final EventSink events;
    private final LongSupplier nanoTime;
    private long lastEvent;

    /** @param events takes what is reported */
    public ProgressReporter(EventSink events) {
        this(events, System::nanoTime);
    }

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    public ProgressReporter(EventSink events, LongSupplier nanoTime) {
        this.events = events;
        this.nanoTime = nanoTime;
        this.lastEvent = nanoTime.getAsLong();
    }

    /** Begins a pass over {@code total} examples; the other parameters are those of {@link Event.Progress}. */
    public Pass begin(String phase, int epoch, int epochs, int total) {
        return resume(phase, epoch, epochs, total, Tally.EMPTY);
    }

    /** Goes on with a pass of which a part was done before. */
    public Pass resume(String phase, int epoch, int epochs, int total, Tally before) {
        return new Pass(phase, epoch, epochs, total, before);
    }

    /** Tells from where a training goes on. */
    public void resumed(Event.Resumed event) {
        events.send(event);
    }

    /** Tells of something that does not change the result. */
    public void warn(String message) {
        events.send(new Event.Warning(message));
    }

    /** Counts one pass over a set of examples. */
    public final class Pass {

        private final String phase;
        private final int epoch;
        private final int epochs;
        private final int total;
        private final RecentRate rate;
        private Tally tally;

        private Pass(String phase, int epoch, int epochs, int total, Tally before) {
            this.phase = phase;
            this.epoch = epoch;
            this.epochs = epochs;
            this.total = total;
            this.rate = new RecentRate(nanoTime.getAsLong(), before.done());
            this.tally = before;
        }

        /**
         * Counts a batch.
         *
         * @param right how many of its examples were answered with their label
         * @param meanLoss of its examples; NaN if unknown
         * @return the sums of the pass so far
         */
        public Tally add(int examples, int right, double meanLoss) {
            tally = tally.plus(examples, right, meanLoss);
            long now = nanoTime.getAsLong();
            if (now - lastEvent >= NANOS_BETWEEN_EVENTS) {
                lastEvent = now;
                events.send(new Event.Progress(
                        phase,
                        epoch,
                        epochs,
                        tally.done(),
                        total,
                        tally.loss(),
                        tally.accuracy(),
                        rate.note(now, tally.done())));
            }
            return tally;
        }
    }
}
