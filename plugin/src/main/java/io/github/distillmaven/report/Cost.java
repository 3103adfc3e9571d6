package io.github.distillmaven.report;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.report.text.Numbers;

/**
 * What an experiment took, over all its replicates and controls.
 *
 * @param steps number of steps
 * @param time that they took when they were made, one after the other
 * @param stepsOfThisBuild how many of them this build made; the others were restored
 * @param timeOfThisBuild that those took
 */
public record Cost(int steps, String time, int stepsOfThisBuild, String timeOfThisBuild) {

    static Cost of(List<StepRecord> steps, Instant started) {
        Predicate<StepRecord> here = step -> madeSince(step, started);
        return new Cost(
                steps.size(),
                time(steps, step -> true),
                (int) steps.stream().filter(here).count(),
                time(steps, here));
    }

    /** Whether a step was made in a build that began at such a time. */
    static boolean madeSince(StepRecord step, Instant started) {
        return !Instant.parse(step.started()).isBefore(started);
    }

    /** Which of the steps this build made; a whole sentence. */
    public String making() {
        if (stepsOfThisBuild == 0) {
            return "This build made none of them: they existed already, or came from the store.";
        }
        return stepsOfThisBuild == steps
                ? "This build made them all."
                : "This build made %s of them, in %s; the others existed already, or came from the store."
                        .formatted(stepsOfThisBuild, timeOfThisBuild);
    }

    private static String time(List<StepRecord> steps, Predicate<StepRecord> which) {
        return Numbers.duration(
                steps.stream().filter(which).mapToDouble(StepRecord::seconds).sum());
    }
}
