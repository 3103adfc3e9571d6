package io.github.distillmaven.tensorflow;

import java.util.function.LongSupplier;

/** A clock on which time passes only when somebody looks at it. It breaks a work off at a chosen look. */
public final class TicksPerLook implements LongSupplier {

    private final long tick;
    private final int lastLook;
    private int looks;

    /**
     * @param tick nanoseconds from look to look
     * @param lastLook the look after this one ends the work
     */
    public TicksPerLook(long tick, int lastLook) {
        this.tick = tick;
        this.lastLook = lastLook;
    }

    /** Thrown in the midst of a work. */
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public long getAsLong() {
        if (looks == lastLook) {
            throw new BrokenOff();
        }
        looks++;
        return looks * tick;
    }

    /** How often the clock was looked at. */
    int looks() {
        return looks;
    }
}
