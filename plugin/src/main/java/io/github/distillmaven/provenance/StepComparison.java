package io.github.distillmaven.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * One step of two runs.
 *
 * @param name of the step
 * @param left its first run, if the step is in it
 * @param right its second run, if the step is in it
 */
record StepComparison(String name, RecordedRun.@Nullable Step left, RecordedRun.@Nullable Step right) {

    /** How two runs of a step relate. */
    enum Relation {
        SAME("is the same", "are the same"),
        SAME_OUTPUTS("has the same outputs under another key", "have the same outputs under other keys"),
        DIFFERENT("differs", "differ"),
        ONLY_LEFT("is only left", "are only left"),
        ONLY_RIGHT("is only right", "are only right");

        private final String singular;
        private final String plural;

        Relation(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }

        /** The predicate of a sentence about some steps. */
        String of(int steps) {
            return steps == 1 ? singular : plural;
        }
    }

    Relation relation() {
        if (left == null) {
            return Relation.ONLY_RIGHT;
        }
        if (right == null) {
            return Relation.ONLY_LEFT;
        }
        if (!left.made().outputs().equals(right.made().outputs())) {
            return Relation.DIFFERENT;
        }
        return sameKey(left, right) ? Relation.SAME : Relation.SAME_OUTPUTS;
    }

    /** A line that says how the runs relate, and an indented one for each thing that differs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Step " + ForeignText.line(name) + " " + relation().of(1));
        if (left == null || right == null) {
            return lines;
        }
        addChanges(lines, "settings", left, right, StepRecord::settings);
        addChanges(lines, "inputs", left, right, StepRecord::inputs);
        addChanges(lines, "environment", left, right, StepRecord::environment);
        new OutputComparison(side("left", left), side("right", right))
                .differences()
                .forEach(difference -> lines.add("  outputs: " + difference));
        addChanges(lines, "machine", left, right, StepRecord::machine);
        addChanges(lines, "origin", left, right, StepRecord::origin);
        if (relation() == Relation.DIFFERENT && sameKey(left, right)) {
            lines.add(
                    "  Nothing that is known to change bits differs: this is a reproducibility error, please report it with both "
                            + StepRecordFile.NAME + " files.");
        }
        return lines;
    }

    private static boolean sameKey(RecordedRun.Step left, RecordedRun.Step right) {
        return left.made().key().equals(right.made().key());
    }

    private static void addChanges(
            List<String> lines,
            String part,
            RecordedRun.Step left,
            RecordedRun.Step right,
            Function<StepRecord, Map<String, String>> of) {
        ValueChanges.between(of.apply(left.made()), of.apply(right.made()))
                .forEach(change -> lines.add("  " + part + ": " + change));
    }

    private static OutputSide side(String word, RecordedRun.Step step) {
        return new OutputSide(word, "only " + word, step.made().outputs(), step.folder());
    }
}
