package io.github.distillmaven.tensorflow.given;

import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.jspecify.annotations.Nullable;

/**
 * Says why a model cannot be the teacher.
 *
 * @param place where the user declares it
 */
record Unfit(String place) {

    /**
     * @param reason goes on behind "the model", without a full stop
     * @param hint one thing to try; empty if there is none
     */
    WorkerFailure because(String reason, String hint) {
        return because(reason, hint, null);
    }

    /** @param cause goes to the worker's log */
    WorkerFailure because(String reason, String hint, @Nullable Throwable cause) {
        return new WorkerFailure(FailureKind.BAD_INPUT, place + ": the model " + reason, hint, cause);
    }
}
