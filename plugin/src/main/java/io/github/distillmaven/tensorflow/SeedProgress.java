package io.github.distillmaven.tensorflow;

/** Tells the build how many seeds are done. For use by several threads. */
final class SeedProgress {

    private final ProgressReporter progress;
    private ProgressReporter.Pass pass;

    SeedProgress(ProgressReporter progress) {
        this.progress = progress;
    }

    synchronized void begin(int total) {
        pass = progress.begin("seeds", 0, 0, total);
    }

    synchronized void done(int seeds) {
        pass.add(seeds, 0, Double.NaN);
    }
}
