package io.github.distillmaven.experiment.reader;

import java.util.List;

/** What the user wrote is not an experiment. Names everything that is wrong, at once. */
public final class InvalidExperimentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * @param experiment its name
     * @param problems one sentence or more for each thing that is wrong
     */
    public InvalidExperimentException(String experiment, List<String> problems) {
        super(message(experiment, problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence or more for each thing that is wrong. */
    public List<String> problems() {
        return problems;
    }

    private static String message(String experiment, List<String> problems) {
        StringBuilder text = new StringBuilder("Experiment '%s' cannot run, its configuration has %s:"
                .formatted(experiment, problems.size() == 1 ? "an error" : problems.size() + " errors"));
        problems.forEach(problem -> text.append("\n  - ").append(problem));
        return text.toString();
    }
}
