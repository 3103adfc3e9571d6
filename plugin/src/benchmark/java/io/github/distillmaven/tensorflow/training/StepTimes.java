package io.github.distillmaven.tensorflow.training;

import java.util.Locale;

/** Times the steps of a contestant and prints each one that counts, for {@link StepBenchmark} to read. */
public final class StepTimes {

    static final String LINE_START = "step ";

    private final StepSettings settings;
    private int steps;
    private long began;

    public StepTimes(StepSettings settings) {
        this.settings = settings;
    }

    /**
     * A step is over.
     *
     * @return whether there is another one to do
     */
    public boolean lap() {
        long now = System.nanoTime();
        steps++;
        if (steps > settings.warmUp()) {
            System.out.printf(Locale.ROOT, "%s%.3f%n", LINE_START, (now - began) / 1e6);
        }
        began = now;
        return steps < settings.warmUp() + settings.measured();
    }
}
