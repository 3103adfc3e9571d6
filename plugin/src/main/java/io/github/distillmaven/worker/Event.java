package io.github.distillmaven.worker;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a worker tells the build, in the order in which it happens: one {@link Started}, at most one {@link Resumed}, any
 * number of {@link Progress} and {@link Warning}, then {@link Finished} or {@link Failed}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Event.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Event.Warning.class, name = "warning"),
    @JsonSubTypes.Type(value = Event.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
})
public sealed interface Event {

    /**
     * TensorFlow is loaded.
     *
     * @param tensorflowVersion as TensorFlow names itself, such as {@code 2.18.0}
     * @param devices what it can compute on, such as {@code CPU:0}
     * @param gpu whether one of them is a GPU
     * @param threads intra-op threads
     * @param java vendor and version of the worker's own Java
     */
    record Started(String tensorflowVersion, List<String> devices, boolean gpu, int threads, String java)
            implements Event {}

    /**
     * A training goes on from its last checkpoint.
     *
     * @param epoch the epoch it is in, from 1
     * @param epochs epochs in all
     * @param step steps of this epoch that are done
     * @param steps steps of an epoch
     */
    record Resumed(int epoch, int epochs, int step, int steps) implements Event {}

    /**
     * Work goes on.
     *
     * @param phase what is being done: {@code train}, {@code evaluate} (the test set, after each epoch), {@code
     *     evaluate-examples} (the training images, after the last epoch), {@code label} or, where an example is a whole seed,
     *     {@code seeds}
     * @param epoch the current epoch, from 1; 0 outside training
     * @param epochs epochs in all; 0 outside training
     * @param done examples done in this epoch or pass
     * @param total examples of this epoch or pass
     * @param loss mean loss over the epoch so far; NaN outside training
     * @param accuracy share of right answers in this epoch or pass so far, in [0, 1]
     * @param examplesPerSecond rate of the last half minute, or since the pass began
     */
    record Progress(
            String phase,
            int epoch,
            int epochs,
            long done,
            long total,
            double loss,
            double accuracy,
            double examplesPerSecond)
            implements Event {}

    /**
     * Something went wrong that does not change the result.
     *
     * @param message what went wrong, what that means and what to do, in whole sentences
     */
    record Warning(String message) implements Event {}

    /** All files of the request are written and complete. */
    record Finished() implements Event {}

    /**
     * The worker gave up and says why.
     *
     * @param kind what sort of failure, see {@link FailureKind}
     * @param message what went wrong, without a full stop at its end
     * @param hint one thing to try, as in "lower the learning rate"; empty if there is none
     */
    record Failed(FailureKind kind, String message, String hint) implements Event {}
}
