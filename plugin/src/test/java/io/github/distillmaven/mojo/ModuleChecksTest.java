package io.github.distillmaven.mojo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.lifecycle.internal.ExecutionPlanItem;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The checks of a module")
class ModuleChecksTest {

    private final List<String> errors = new ArrayList<>();
    private final List<MojoExecution> plan = new ArrayList<>();
    private final ModuleChecks checks = new ModuleChecks(this::lifecycle);
    private MavenSession session;

    /** Maven deprecates every constructor of a session, since it alone makes them. */
    @BeforeEach
    @SuppressWarnings("deprecation")
    void begin() {
        session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest().setGoals(List.of("verify")),
                new DefaultMavenExecutionResult());
    }

    @Test
    void failTogetherAfterTheLast() {
        plan(check("x"), other("x"), check("y"), check("z"));

        assertThatCode(() -> run("x", new MojoFailureException("x is not met"))).doesNotThrowAnyException();
        assertThatCode(() -> run("y", null)).doesNotThrowAnyException();

        assertThatThrownBy(() -> run("z", new MojoFailureException("z is not met")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("x is not met\nz is not met");
        assertThat(errors).containsExactly("x is not met", "The build fails after the last check of this module.");
    }

    @Test
    void failAfterALastOneThatPasses() {
        plan(check("x"), new MojoExecution(plugin(), "run", "y"));

        assertThatCode(() -> run("x", new MojoExecutionException("x has no results")))
                .doesNotThrowAnyException();

        assertThatThrownBy(() -> run("y", null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("x has no results");
    }

    @Test
    void failAtOnceWhereOneAloneIsRun() {
        plan(check("x"));

        assertThatThrownBy(() -> run("x", new MojoFailureException("x is not met")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("x is not met");
    }

    @Test
    void failAtOnceWhereNobodyKnowsWhatIsToCome() {
        ModuleChecks blind = new ModuleChecks(() -> {
            throw new IllegalStateException("no lifecycle");
        });

        assertThatThrownBy(() -> blind.run(
                        session,
                        project("m"),
                        check("x"),
                        () -> {
                            throw new MojoFailureException("x is not met");
                        },
                        new SystemStreamLog()))
                .hasMessage("x is not met");
    }

    @Test
    void failAtOnceWhereTheLaterOnesHaveRunAlready() {
        plan(check("x"), check("y"));

        assertThatCode(() -> run("y", null)).doesNotThrowAnyException();

        assertThatThrownBy(() -> run("x", new MojoFailureException("x is not met")))
                .hasMessage("x is not met");
    }

    @Test
    void ofOneModuleHaveNothingToDoWithAnothers() throws Exception {
        plan(check("x"), check("y"));
        run("x", new MojoFailureException("x is not met"));

        assertThatCode(() -> checks.run(session, project("other"), check("y"), () -> {}, new SystemStreamLog()))
                .doesNotThrowAnyException();
    }

    private void run(String id, Exception failure) throws MojoExecutionException, MojoFailureException {
        checks.run(
                session,
                project("m"),
                check(id),
                () -> {
                    if (failure instanceof MojoFailureException unmet) {
                        throw unmet;
                    }
                    if (failure instanceof MojoExecutionException error) {
                        throw error;
                    }
                },
                new SystemStreamLog() {
                    @Override
                    public void error(CharSequence line) {
                        errors.add(line.toString());
                    }
                });
    }

    private void plan(MojoExecution... executions) {
        plan.addAll(Arrays.asList(executions));
    }

    private static MojoExecution check(String id) {
        return new MojoExecution(plugin(), "check", id);
    }

    private static MojoExecution other(String id) {
        return new MojoExecution(plugin(), "report", id);
    }

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.distillmaven");
        plugin.setArtifactId("distill-maven-plugin");
        return plugin;
    }

    private static MavenProject project(String artifact) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifact);
        model.setVersion("1");
        return new MavenProject(model);
    }

    private LifecycleExecutor lifecycle() {
        return new LifecycleExecutor() {
            @Override
            public MavenExecutionPlan calculateExecutionPlan(MavenSession build, String... tasks) {
                throw new AssertionError("descriptors need not be set up");
            }

            @Override
            public MavenExecutionPlan calculateExecutionPlan(MavenSession build, boolean setup, String... tasks) {
                assertThat(tasks).containsExactly("verify");
                return new MavenExecutionPlan(
                        plan.stream().map(ExecutionPlanItem::new).toList(), null);
            }

            @Override
            public Set<Plugin> getPluginsBoundByDefaultToAllLifecycles(String packaging) {
                throw new AssertionError("nobody needs them");
            }

            @Override
            public void execute(MavenSession build) {
                throw new AssertionError("nothing is to be run");
            }

            @Override
            public void calculateForkedExecutions(MojoExecution execution, MavenSession build) {
                throw new AssertionError("nothing is to be forked");
            }

            @Override
            public List<MavenProject> executeForkedExecutions(MojoExecution execution, MavenSession build) {
                throw new AssertionError("nothing is to be forked");
            }
        };
    }
}
