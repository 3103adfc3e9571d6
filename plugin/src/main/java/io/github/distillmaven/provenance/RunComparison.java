package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.distillmaven.text.ForeignText;
import org.jspecify.annotations.Nullable;

/** What differs between two runs, step by step. */
public final class RunComparison {

    private static final List<String> ORDER = List.of("data", "teacher", "transfer", "independent-answers", "student");

    private final List<StepComparison> steps;

    private RunComparison(List<StepComparison> steps) {
        this.steps = steps;
    }

    /**
     * Reads both runs. Each is given as a {@code step.json}, the folder of a step, that of an experiment
     * ({@code target/distill/<experiment>}), or that of all experiments ({@code target/distill}).
     *
     * @param left the first run, the value of {@code distill.left}, if it was given
     * @param right the second run, the value of {@code distill.right}, if it was given
     * @throws RunComparisonException if they cannot be read or do not fit together
     */
    public static RunComparison of(@Nullable Path left, @Nullable Path right) throws RunComparisonException {
        List<String> problems = new ArrayList<>();
        Optional<RecordedRun> first = read("distill.left", left, problems);
        Optional<RecordedRun> second = read("distill.right", right, problems);
        if (problems.isEmpty() && first.get().scope() != second.get().scope()) {
            problems.add("distill.left is %s, distill.right is %s: give two of a kind."
                    .formatted(first.get().scope().words(), second.get().scope().words()));
        }
        if (!problems.isEmpty()) {
            throw new RunComparisonException(problems);
        }
        SortedSet<String> names = new TreeSet<>(Comparator.comparing(RunComparison::experiment)
                .thenComparing(RunComparison::position)
                .thenComparing(Comparator.naturalOrder()));
        names.addAll(first.get().steps().keySet());
        names.addAll(second.get().steps().keySet());
        return new RunComparison(names.stream()
                .map(name -> new StepComparison(
                        name,
                        first.get().steps().get(name),
                        second.get().steps().get(name)))
                .toList());
    }

    private static Optional<RecordedRun> read(String property, @Nullable Path path, List<String> problems) {
        if (path == null) {
            problems.add("%s is missing. Name a run by its folder, such as -D%s=target/distill/<experiment>."
                    .formatted(property, property));
            return Optional.empty();
        }
        if (!Files.exists(path)) {
            problems.add("%s: %s does not exist.".formatted(property, path));
            return Optional.empty();
        }
        List<String> unreadable = new ArrayList<>();
        try {
            RecordedRun run = RecordedRun.read(path, unreadable);
            unreadable.forEach(problem -> problems.add(property + ": " + problem));
            if (run.steps().isEmpty() && unreadable.isEmpty()) {
                problems.add(
                        "%s: %s holds no %s. Name a %s, or the folder of a step, of an experiment, or of all experiments."
                                .formatted(property, path, StepRecordFile.NAME, StepRecordFile.NAME));
            }
            return Optional.of(run);
        } catch (IOException e) {
            problems.add("%s: %s cannot be read: %s.".formatted(property, path, e));
            return Optional.empty();
        }
    }

    private static String experiment(String name) {
        return name.substring(0, name.indexOf('/') + 1);
    }

    private static int position(String name) {
        int position = ORDER.indexOf(name.substring(name.indexOf('/') + 1));
        return position < 0 ? ORDER.size() : position;
    }

    /** What is to be printed: each step with all that differs, and a last line that counts. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<StepComparison.Relation, List<String>> namesByRelation = new EnumMap<>(StepComparison.Relation.class);
        for (StepComparison step : steps) {
            lines.addAll(step.lines());
            namesByRelation
                    .computeIfAbsent(step.relation(), relation -> new ArrayList<>())
                    .add(ForeignText.line(step.name()));
        }
        lines.add(conclusion(namesByRelation));
        return lines;
    }

    private static String conclusion(Map<StepComparison.Relation, List<String>> namesByRelation) {
        List<String> clauses = new ArrayList<>();
        namesByRelation.forEach((relation, names) -> {
            String noun = clauses.isEmpty() ? (names.size() == 1 ? " step " : " steps ") : " ";
            String which = relation == StepComparison.Relation.SAME ? "" : ": " + String.join(", ", names);
            clauses.add(names.size() + noun + relation.of(names.size()) + which);
        });
        return String.join("; ", clauses) + ".";
    }
}
