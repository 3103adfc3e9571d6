package io.github.distillmaven.pipeline.plan;

import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;

/**
 * A result that an experiment comes to.
 *
 * @param kind what it is, the same for all replicates: such as {@code teacher} or {@code student of shuffled}
 * @param wanted what a record of its like says
 * @param threads that each of its operations has
 * @param record of the one that is there
 * @param again whether it is made all the same
 */
record PlannedResult(String kind, Likeness wanted, int threads, Optional<StepRecord> record, boolean again) {

    /** What others have in common with it that take the same time: they are of one kind too, and so learn from as many examples. */
    Map.Entry<String, Likeness> like() {
        return Map.entry(kind, wanted);
    }

    boolean isToMake() {
        return again || record.isEmpty();
    }
}
