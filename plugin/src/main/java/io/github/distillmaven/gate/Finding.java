package io.github.distillmaven.gate;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Expectation;

/**
 * Says what came out of one condition.
 *
 * @param expectation that the condition belongs to
 */
record Finding(Expectation expectation, Condition condition) {

    /** The metric's name as the user wrote it. */
    String metric() {
        return expectation.metric();
    }

    /** Where the condition is written. */
    String place() {
        return expectation.place(condition);
    }

    /**
     * What a comparison came to.
     *
     * @param measured the measurement in words
     * @param wanted of it, in words that follow on "wanted"
     */
    Outcome of(boolean met, String measured, String wanted) {
        return met
                ? outcome(Outcome.Status.MET, "%s is %s, as expected %s.".formatted(metric(), measured, wanted))
                : outcome(
                        Outcome.Status.UNMET,
                        "%s is %s, wanted %s (%s).".formatted(metric(), measured, wanted, place()));
    }

    /**
     * What a comparison with another metric of the same replicates came to.
     *
     * @param other the metric that is subtracted, or the multiple of it
     * @param measured the difference in words
     * @param wanted of it, in words that follow on "wanted"
     */
    Outcome difference(boolean met, String other, String measured, String wanted) {
        String pair = metric() + " minus " + other;
        return met
                ? outcome(Outcome.Status.MET, "%s is %s, as expected %s.".formatted(pair, measured, wanted))
                : outcome(Outcome.Status.UNMET, "%s is %s, wanted %s (%s).".formatted(pair, measured, wanted, place()));
    }

    /** @param text whole sentences */
    Outcome outcome(Outcome.Status status, String text) {
        return new Outcome(metric() + " " + condition.element() + " " + condition.content(), status, text);
    }
}
