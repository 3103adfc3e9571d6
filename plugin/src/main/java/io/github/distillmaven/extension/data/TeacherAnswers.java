package io.github.distillmaven.extension.data;

import java.util.Optional;

/**
 * What a teacher answers to inputs, in their order, and what is known of them.
 *
 * @param predicted its most likely class of each
 * @param logits [inputs, classes], one row after the other; empty unless they were asked for
 * @param trueLabels the class of each in the teacher's task; empty if the inputs have none
 * @param targets the class that each was to be taken for; empty if they had none
 * @param classes number of the teacher's classes, at least 2
 */
public record TeacherAnswers(
        int[] predicted, Optional<float[]> logits, Optional<int[]> trueLabels, Optional<int[]> targets, int classes) {

    /** Number of inputs. */
    public int size() {
        return predicted.length;
    }
}
