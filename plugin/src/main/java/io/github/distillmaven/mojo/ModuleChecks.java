package io.github.distillmaven.mojo;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Provider;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Lets all checks of a module run before the first failure ends its build, so that every experiment gets its {@code TEST-*.xml}. A
 * failure is kept only while this build surely has another check of the module to come, which then fails with it; whenever that is in
 * doubt, the build fails at once.
 */
class ModuleChecks {

    /** Of a name and types that all class loaders share, since modules may have the plugin in different versions. */
    private static final String CHECKS = "io.github.distillmaven.checks";

    /** The goals that hold an experiment against what is expected of it. */
    private static final Set<String> GOALS = Set.of("check", "run");

    private final Provider<LifecycleExecutor> lifecycle;

    /** @param lifecycle is asked only where a check has failed */
    @Inject
    ModuleChecks(Provider<LifecycleExecutor> lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** A check of one experiment. */
    @FunctionalInterface
    interface Check {

        void run() throws MojoExecutionException, MojoFailureException;
    }

    /**
     * Runs one of the checks.
     *
     * @throws MojoExecutionException if this was the last one, and one could not be made
     * @throws MojoFailureException if this was the last one, and expectations are not met
     */
    void run(MavenSession session, MavenProject project, MojoExecution execution, Check check, Log log)
            throws MojoExecutionException, MojoFailureException {
        Map<String, Exception> begun = begun(session, project);
        begun.put(execution.getExecutionId(), null);
        try {
            check.run();
        } catch (MojoExecutionException | MojoFailureException e) {
            begun.put(execution.getExecutionId(), e);
        }
        List<AbstractMojoExecutionException> failures = begun.values().stream()
                .filter(AbstractMojoExecutionException.class::isInstance)
                .map(AbstractMojoExecutionException.class::cast)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        if (hasMore(session, execution, begun.keySet())) {
            if (begun.get(execution.getExecutionId()) instanceof AbstractMojoExecutionException failure) {
                log.error(failure.getMessage());
                log.error("The build fails after the last check of this module.");
            }
            return;
        }
        failures.forEach(failure -> begun.values().remove(failure));
        fail(failures);
    }

    private static void fail(List<AbstractMojoExecutionException> failures)
            throws MojoExecutionException, MojoFailureException {
        String all = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
        for (AbstractMojoExecutionException failure : failures) {
            if (failure instanceof MojoExecutionException) {
                throw new MojoExecutionException(all, failure);
            }
        }
        throw new MojoFailureException(all, failures.get(0));
    }

    private boolean hasMore(MavenSession session, MojoExecution execution, Set<String> begun) {
        try {
            List<MojoExecution> checks =
                    lifecycle.get().calculateExecutionPlan(session, false, tasks(session)).getMojoExecutions().stream()
                            .filter(planned -> isCheck(planned, execution))
                            .toList();
            Set<String> coming = new HashSet<>();
            boolean passed = false;
            for (MojoExecution check : checks) {
                if (passed) {
                    coming.add(check.getExecutionId());
                }
                passed |= check.getExecutionId().equals(execution.getExecutionId());
            }
            coming.removeAll(begun);
            return !coming.isEmpty();
        } catch (Exception e) {
            // Nothing is known of what is to come: this may be the last chance to fail.
            return false;
        }
    }

    private static boolean isCheck(MojoExecution planned, MojoExecution execution) {
        return planned.getPlugin().getKey().equals(execution.getPlugin().getKey()) && GOALS.contains(planned.getGoal());
    }

    private static String[] tasks(MavenSession session) {
        if (!session.getGoals().isEmpty()) {
            return session.getGoals().toArray(String[]::new);
        }
        return session.getTopLevelProject().getDefaultGoal().strip().split("\\s+");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Exception> begun(MavenSession session, MavenProject project) {
        SessionData data = session.getRepositorySession().getData();
        data.set(CHECKS, null, new ConcurrentHashMap<>());
        Map<String, Map<String, Exception>> modules = (Map<String, Map<String, Exception>>) data.get(CHECKS);
        return modules.computeIfAbsent(project.getId(), module -> new LinkedHashMap<>());
    }
}
