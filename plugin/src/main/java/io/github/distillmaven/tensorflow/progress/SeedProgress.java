package io.github.distillmaven.tensorflow.progress;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Tells the build how many seeds are done. For use by several threads. */
public final class SeedProgress {

    private final ProgressReporter progress;
    private ProgressReporter.@Nullable Pass pass;

    /** @param progress reports it */
    public SeedProgress(ProgressReporter progress) {
        this.progress = progress;
    }

    /** Begins with none of these seeds done. */
    public synchronized void begin(int total) {
        pass = progress.begin("seeds", 0, 0, total);
    }

    /** So many more are done. */
    public synchronized void done(int seeds) {
        Objects.requireNonNull(pass, "not begun").add(seeds, 0, Double.NaN);
    }
}
