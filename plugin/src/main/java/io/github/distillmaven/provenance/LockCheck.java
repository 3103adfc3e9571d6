package io.github.distillmaven.provenance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import io.github.distillmaven.experiment.StepRecord;

/**
 * Holds what a step made against the lock file.
 *
 * @param experiment its name
 * @param name of the step within the experiment
 * @param step record of the step
 * @param folder that holds what the step made
 */
public record LockCheck(String experiment, String name, StepRecord step, Path folder) {

    private static final List<String> PINNED_BY_A_PROPERTY = List.of("threads", "instructionSet");

    /** What is wrong if the lock file does not hold the step, with what to do. */
    public String unlocked() {
        return "Experiment '%s': %s does not hold the step '%s', so that -Ddistill.locked cannot tell whether it is the same. Write the lock file with -Ddistill.lock and commit it."
                .formatted(experiment, LockFile.NAME, name);
    }

    /**
     * What is wrong, in several lines: which bytes of which outputs differ, what differs that may be the cause, and what to
     * do. Empty if all outputs are the same.
     *
     * @param locked what the lock file holds of the step
     * @param lockedFiles folder that holds what was locked, if it is to be had; it may be incomplete or damaged
     */
    public Optional<String> problem(LockedStep locked, Optional<Path> lockedFiles) {
        OutputComparison outputs = new OutputComparison(
                new OutputSide(
                        "locked", "in the lock file, but not made now", locked.outputs(), lockedFiles.orElse(null)),
                new OutputSide("now", "made now, but not in the lock file", step.outputs(), folder));
        List<String> differences = outputs.differences();
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Experiment '%s': what the step '%s' made is not what %s says."
                .formatted(experiment, name, LockFile.NAME));
        differences.forEach(difference -> lines.add("  " + difference));
        lines.addAll(causes(locked));
        return Optional.of(String.join("\n", lines));
    }

    private List<String> causes(LockedStep locked) {
        LockedStep now = LockedStep.of(step);
        List<String> settings = ValueChanges.between(locked.settings(), now.settings());
        List<String> environment = ValueChanges.between(locked.environment(), now.environment());
        List<String> machine = ValueChanges.between(locked.machine(), now.machine());
        List<String> lines = new ArrayList<>();
        add(lines, "Settings that differ: ", settings);
        add(lines, "Environment that differs: ", environment);
        add(lines, "Machine, which changes no key: ", machine);
        if (locked.key().equals(now.key())) {
            lines.add(
                    "Nothing that is known to change bits differs: this is a reproducibility error, please report it with both "
                            + StepRecordFile.NAME + " files.");
            return lines;
        }
        if (settings.isEmpty() && environment.isEmpty()) {
            lines.add("What the step read differs: see the steps before it.");
        }
        lines.add("If the change is wanted, write the lock file again with -Ddistill.lock. Else "
                + remedy(locked, settings.size() + environment.size()));
        return lines;
    }

    private String remedy(LockedStep locked, int changes) {
        StringJoiner pins = new StringJoiner(" ");
        int pinned = 0;
        for (String name : PINNED_BY_A_PROPERTY) {
            String value = locked.environment().get(name);
            if (value != null && !value.equals(step.environment().get(name))) {
                pins.add("-Ddistill." + name + "=" + value);
                pinned++;
            }
        }
        if (pinned == 0) {
            return "set back what differs.";
        }
        return "pin what differs: " + pins + (pinned < changes ? ", and set back the rest." : ".");
    }

    private static void add(List<String> lines, String title, List<String> changes) {
        if (!changes.isEmpty()) {
            lines.add(title + String.join("; ", changes) + ".");
        }
    }
}
