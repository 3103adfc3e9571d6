package io.github.distillmaven.mojo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.distillmaven.mojo.configuration.PomConfiguration;
import io.github.distillmaven.pipeline.step.MissingResultException;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;

/**
 * What to do about a missing result, told from what the POM says of the goals.
 *
 * @param pom what it says
 * @param execution the goal that lacks the result
 */
record GoalAdvice(PomConfiguration pom, MojoExecution execution) {

    /** The message for the user: what is missing, and what to do. */
    String message(MissingResultException missing) {
        return advice(missing.needed())
                .map(advice -> missing.problem() + " " + advice)
                .orElseGet(() -> Objects.requireNonNull(missing.getMessage()));
    }

    /** Empty where the goal is to be added to the execution that runs. */
    private Optional<String> advice(String needed) {
        String goal = execution.getGoal();
        String id = execution.getExecutionId();
        String experiment = pom.experimentOf(id);
        List<PluginExecution> executions = pom.executions();
        List<PluginExecution> own = executions.stream()
                .filter(other -> pom.experimentOf(other.getId()).equals(experiment))
                .toList();
        if (own.isEmpty()) {
            return executions.isEmpty() ? Optional.of(nothing(needed, goal)) : Optional.of(others(executions, goal));
        }
        return own.stream()
                .filter(other -> other.getGoals().contains(needed))
                .findFirst()
                .map(other -> bound(other, needed, goal, id));
    }

    private static String bound(PluginExecution having, String needed, String goal, String id) {
        if (having.getId().equals(id)
                && having.getGoals().indexOf(needed) > having.getGoals().indexOf(goal)
                && having.getGoals().contains(goal)) {
            return "The execution '%s' has the goal %s, but after %s, and Maven runs the goals of a phase in this order. Put it before."
                    .formatted(id, needed, goal);
        }
        return "The execution '%s' has the goal %s, but it did not run before %s in this build, or in this order. Run 'mvn verify', or 'mvn distill:%s@%s distill:%s@%s'; where both are bound, see that the phase and the place of %s are before those of %s."
                .formatted(having.getId(), needed, goal, needed, having.getId(), goal, id, needed, goal);
    }

    private String others(List<PluginExecution> executions, String goal) {
        String listed = executions.stream()
                .map(other -> "'" + pom.experimentOf(other.getId()) + "'"
                        + (pom.experimentOf(other.getId()).equals(other.getId())
                                ? ""
                                : " (execution '" + other.getId() + "')"))
                .distinct()
                .collect(Collectors.joining(", "));
        return "The POM has no experiment of that name, but: %s. Name the execution, such as 'mvn distill:%s@%s', or the experiment, with <experiment>."
                .formatted(listed, goal, executions.get(0).getId());
    }

    private String nothing(String needed, String goal) {
        return "The POM has no execution of the plugin, and so no experiment. Call 'mvn distill:%s distill:%s' with all goals that come before, or add an <execution>."
                .formatted(needed, goal);
    }
}
