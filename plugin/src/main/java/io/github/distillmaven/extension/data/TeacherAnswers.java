package io.github.distillmaven.extension.data;

import java.util.Optional;

/**
 * What a teacher answers to inputs, in their order, and what is known of them.
 *
 * @param predicted its most likely class of each
 * @param logits [inputs, classes], one row after the other; empty unless they were asked for
 * @param auxiliary [inputs, k], one row after the other: its logits that stand for no class; empty unless it has any and logits were asked
 *     for
 * @param trueLabels the class of each in the teacher's task; empty if the inputs have none
 * @param targets the class that each was to be taken for; empty if they had none
 * @param classes number of the teacher's classes, at least 2
 */
public record TeacherAnswers(
        int[] predicted,
        Optional<float[]> logits,
        Optional<float[]> auxiliary,
        Optional<int[]> trueLabels,
        Optional<int[]> targets,
        int classes) {

    /** Of a teacher all of whose logits stand for classes. */
    public TeacherAnswers(
            int[] predicted,
            Optional<float[]> logits,
            Optional<int[]> trueLabels,
            Optional<int[]> targets,
            int classes) {
        this(predicted, logits, Optional.empty(), trueLabels, targets, classes);
    }

    /** Number of inputs. */
    public int size() {
        return predicted.length;
    }
}
