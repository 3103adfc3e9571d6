package io.github.distillmaven.results.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Under which keys one part of an experiment was made: a replicate, or a control of one.
 *
 * @param part the control's name, or {@code treatment}
 * @param teacher key of the step; likewise the others
 */
public record StepKeys(long seed, String part, String teacher, String transfer, String student) {

    private static final int SHORT = 12;

    /** Of a replicate: those of the treatment, then those of each control. */
    public static List<StepKeys> of(ReplicateEvidence replicate) {
        List<StepKeys> keys = new ArrayList<>();
        keys.add(of(replicate, "treatment", replicate.student()));
        replicate.controls().forEach((control, student) -> keys.add(of(replicate, control, student)));
        return keys;
    }

    /** With the beginnings of the keys, which are enough to tell them from others. */
    public StepKeys shortened() {
        return new StepKeys(seed, part, shorten(teacher), shorten(transfer), shorten(student));
    }

    private static String shorten(String key) {
        return key.substring(0, Math.min(SHORT, key.length()));
    }

    private static StepKeys of(ReplicateEvidence replicate, String part, StudentRun student) {
        return new StepKeys(
                replicate.seed(),
                part,
                student.teacherStep().key(),
                student.transferStep().key(),
                student.model().step().key());
    }
}
