package io.github.distillmaven.tensorflow.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Times the steps of a contestant: a while to warm up, then those that count. Both take as many steps and as long as {@link StepSettings}
 * says at least, so that steps of any length are measured alike.
 */
public final class StepTimes {

    private final StepWork work;
    private final LongSupplier nanoTime;
    private final List<Long> taken = new ArrayList<>();
    private boolean warm;
    private long sum;
    private long last;

    /** Time begins here. */
    public StepTimes(StepWork work) {
        this(work, System::nanoTime);
    }

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    StepTimes(StepWork work, LongSupplier nanoTime) {
        this.work = work;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    /**
     * A step is over. After the last one, prints how many images were done per second, for {@link StepContestant} to read.
     *
     * @return whether there is another one to do
     */
    public boolean lap() {
        long now = nanoTime.getAsLong();
        taken.add(now - last);
        sum += now - last;
        last = now;
        if (!warm && isEnough(StepSettings.WARM_UP, StepSettings.SECONDS / 2)) {
            warm = true;
            taken.clear();
            sum = 0;
        }
        boolean over = warm && isEnough(StepSettings.MEASURED, StepSettings.SECONDS);
        if (over) {
            System.out.printf(Locale.ROOT, "%s %.3f%n", work.id(), rate());
        }
        return !over;
    }

    /** Images per second in the median step. */
    double rate() {
        return work.batch()
                * 1e9
                / Rates.median(taken.stream().mapToDouble(Long::doubleValue).toArray());
    }

    private boolean isEnough(int steps, double seconds) {
        return taken.size() >= steps && sum >= seconds * 1e9;
    }
}
