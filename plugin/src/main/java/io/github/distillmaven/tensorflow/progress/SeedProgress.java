package io.github.distillmaven.tensorflow.progress;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Tells the build how far models are that are trained side by side. For use by several threads. */
public final class SeedProgress {

    private final ProgressReporter progress;
    private ProgressReporter.@Nullable Pass pass;

    /** @param progress reports it */
    public SeedProgress(ProgressReporter progress) {
        this.progress = progress;
    }

    /** Begins with none of these models done. */
    public synchronized void beginModels(int total) {
        pass = progress.begin("models", 0, 0, total);
    }

    /** Begins with none of these epochs done: those of all models. */
    public synchronized void beginEpochs(int total) {
        pass = progress.begin("epochs", 0, 0, total);
    }

    /** So many more models or epochs are done. */
    public synchronized void done(int more) {
        Objects.requireNonNull(pass, "not begun").add(more, 0, Double.NaN);
    }
}
