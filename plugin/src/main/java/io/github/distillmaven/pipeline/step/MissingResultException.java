package io.github.distillmaven.pipeline.step;

/** A goal lacks the result of another one. Who knows the POM can say more about what to do than the message does. */
public final class MissingResultException extends StepFailedException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String needed;

    /**
     * @param problem what is missing, as a sentence
     * @param needed the goal that makes it
     * @param goal the goal that lacks it
     * @param execution the one that should have the needed goal
     */
    public MissingResultException(String problem, String needed, String goal, String execution) {
        super(
                "%s Run the goal %s before %s: add <goal>%s</goal> to the execution '%s', or call both on the command line."
                        .formatted(problem, needed, goal, needed, execution));
        this.problem = problem;
        this.needed = needed;
    }

    /** What is missing, without what to do. */
    public String problem() {
        return problem;
    }

    /** The goal that makes it. */
    public String needed() {
        return needed;
    }
}
