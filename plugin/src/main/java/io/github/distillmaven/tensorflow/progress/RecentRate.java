package io.github.distillmaven.tensorflow.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a pass is now: the rate of its last half minute, or since it began. */
final class RecentRate {

    private static final long WINDOW = Duration.ofSeconds(30).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param began when the pass begins, in nanoseconds
     * @param done examples that were done before, which took none of its time
     */
    RecentRate(long began, int done) {
        samples.add(new Sample(began, done));
    }

    private record Sample(long time, int done) {}

    /**
     * Notes how far the pass is.
     *
     * @param now in nanoseconds, later than at the last call
     * @param done examples that are done
     * @return examples per second
     */
    double note(long now, int done) {
        Sample oldest = samples.peek();
        while (samples.size() > 1 && now - oldest.time() > WINDOW) {
            samples.remove();
            oldest = samples.peek();
        }
        samples.add(new Sample(now, done));
        return (done - oldest.done()) * 1e9 / (now - oldest.time());
    }
}
