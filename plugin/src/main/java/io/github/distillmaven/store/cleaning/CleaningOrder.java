package io.github.distillmaven.store.cleaning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.ExperimentName;
import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants removed from a store. An entry goes if it meets every condition that is given; if none is, no entry
 * goes.
 *
 * @param unusedFor least time since its last use; null for any
 * @param experiment name of an experiment that made or used it; null for any
 * @param damaged whether it must be damaged
 * @param most bytes that may be left after that; null for any number
 */
public record CleaningOrder(
        @Nullable Duration unusedFor,
        @Nullable String experiment,
        boolean damaged,
        @Nullable Long most) {

    private static final Pattern AGE = Pattern.compile("([0-9]{1,5})\\s*([dh])");

    /**
     * Reads an order as it is written on the command line; null stands for what is not written.
     *
     * @throws IllegalArgumentException with everything that is wrong, for the user
     */
    public static CleaningOrder of(
            @Nullable String olderThan, @Nullable String experiment, boolean damaged, @Nullable String maxSize) {
        List<String> problems = new ArrayList<>();
        Duration unusedFor = olderThan == null ? null : age(olderThan, problems);
        Long most = maxSize == null ? null : bytes(maxSize, problems);
        if (experiment != null && experiment.isBlank()) {
            problems.add("-Ddistill.experiment is empty; it must be the name of an experiment.");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new CleaningOrder(
                unusedFor, experiment == null ? null : ExperimentName.normal(experiment.strip()), damaged, most);
    }

    private static @Nullable Duration age(String text, List<String> problems) {
        Matcher matcher = AGE.matcher(text.strip());
        if (!matcher.matches()) {
            problems.add("-Ddistill.olderThan is '" + text + "'; it must be a time such as 30d or 12h.");
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private static @Nullable Long bytes(String text, List<String> problems) {
        ValueType<Long> type = ValueType.bytes();
        try {
            return type.read(text);
        } catch (IllegalArgumentException e) {
            problems.add("-Ddistill.maxSize is '" + text + "'; it must be " + type.expectation() + ".");
            return null;
        }
    }

    /** Whether nothing is to be removed. */
    public boolean isEmpty() {
        return !choosesEntries() && most == null;
    }

    /** Whether there is a condition that single entries can meet. */
    boolean choosesEntries() {
        return unusedFor != null || experiment != null || damaged;
    }
}
