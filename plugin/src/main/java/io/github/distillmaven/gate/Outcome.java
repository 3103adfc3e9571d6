package io.github.distillmaven.gate;

/**
 * What came out of one condition of an expectation.
 *
 * @param condition its short name, such as {@code student.testAccuracy min 0.45}
 * @param status how it ended
 * @param text whole sentences: what was measured, and unless it was as expected, what was wanted and where that is written
 */
public record Outcome(String condition, Status status, String text) {

    /** How it ended. */
    public enum Status {
        /** The condition holds. */
        MET,
        /** It does not hold, or there is no number to tell. */
        UNMET,
        /** There is no baseline yet. */
        SKIPPED,
        /** It is that of a preset, and the experiment differs from the preset. */
        NOT_HELD,
        /** It could not be looked at, for the results or the baseline are not there or damaged. */
        ERROR
    }
}
