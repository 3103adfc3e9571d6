package io.github.distillmaven.tensorflow.training;

import java.util.Locale;

/** Times the steps of a contestant and prints each one that counts, for {@link StepBenchmark} to read. */
public final class StepTimes {

    static final String LINE_START = "step ";

    private final StepSettings settings;
    private final int each;
    private int steps;
    private long began;

    public StepTimes(StepSettings settings) {
        this(settings, 1);
    }

    /** @param each how many steps lie between two laps */
    public StepTimes(StepSettings settings, int each) {
        this.settings = settings;
        this.each = each;
    }

    /**
     * A step is over, or as many as lie between two laps.
     *
     * @return whether there is another one to do
     */
    public boolean lap() {
        long now = System.nanoTime();
        steps++;
        if (steps > settings.warmUp()) {
            System.out.printf(Locale.ROOT, "%s%.3f%n", LINE_START, (now - began) / 1e6 / each);
        }
        began = now;
        return steps < settings.warmUp() + settings.measured();
    }
}
