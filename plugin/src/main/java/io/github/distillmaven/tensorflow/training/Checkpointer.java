package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.distillmaven.tensorflow.graph.VariableValues;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.Checkpoints;

/**
 * Saves a training at the end of every epoch and after a time, and restores it. A training never fails because of its
 * checkpoints: what goes wrong with them is a warning.
 */
final class Checkpointer {

    private final CheckpointFile file;
    private final long interval;
    private final LongSupplier nanoTime;
    private final ProgressReporter progress;
    private long last;
    private boolean warned;

    /**
     * @param nanoTime a clock such as {@link System#nanoTime}
     * @param progress is told the warnings
     */
    Checkpointer(Checkpoints checkpoints, LongSupplier nanoTime, ProgressReporter progress) {
        this.file = new CheckpointFile(checkpoints.folder());
        this.interval = Duration.ofSeconds(checkpoints.seconds()).toNanos();
        this.nanoTime = nanoTime;
        this.progress = progress;
        this.last = nanoTime.getAsLong();
    }

    /**
     * Takes a training back to where it was saved.
     *
     * @param state of the training before its first step; stays so if the answer is no
     * @param graph its variables have no certain values if the answer is no
     * @return whether there was a checkpoint that fits
     */
    boolean restore(TrainingState state, TrainingGraph graph) {
        file.removeUnfinished();
        if (!file.exists()) {
            return false;
        }
        try {
            file.read(in -> {
                VariableValues.restore(in, graph.session(), graph.variables());
                state.read(in);
            });
            return true;
        } catch (IOException e) {
            progress.warn("The checkpoint %s cannot be used: %s. The training starts from the beginning."
                    .formatted(file.path(), reason(e)));
            return false;
        }
    }

    /** To be called after every step: saves the training if it is time to. */
    void afterStep(TrainingState state, TrainingGraph graph) {
        if (state.everyExampleSeen() || nanoTime.getAsLong() - last >= interval) {
            save(state, graph);
            last = nanoTime.getAsLong();
        }
    }

    private void save(TrainingState state, TrainingGraph graph) {
        try (VariableValues values = VariableValues.read(graph.session(), graph.variables())) {
            // The next steps will find that the training diverged. Until then the last good checkpoint is kept.
            if (values.finite()) {
                file.write(out -> {
                    values.write(out);
                    state.write(out);
                });
            }
        } catch (IOException e) {
            warnOnce(e);
        }
    }

    private void warnOnce(IOException cause) {
        if (!warned) {
            warned = true;
            progress.warn(
                    ("The checkpoint %s cannot be written: %s. The training goes on, but if it is interrupted, it "
                                    + "will not continue from here. See that there is space and that the folder can be written "
                                    + "to.")
                            .formatted(file.path(), reason(cause)));
        }
    }

    /** Forgets a training that is not worth continuing. */
    void discard() {
        try {
            file.remove();
        } catch (IOException leftForTheOwnerOfTheFolder) {
            // Who continues from it comes to the same end.
        }
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message != null && cause.getClass() == IOException.class ? message : cause.toString();
    }
}
