package io.github.distillmaven.mojo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.mojo.configuration.CommandLine;
import io.github.distillmaven.provenance.RunComparison;
import io.github.distillmaven.provenance.RunComparisonException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares two runs and prints what differs: settings, inputs, environment, bytes of outputs, machine and origin. Needs no
 * project.
 */
@Mojo(name = "compare", requiresProject = false, aggregator = true, threadSafe = true)
public final class CompareMojo extends AbstractMojo {

    /**
     * The first run: a {@code step.json}, or the folder of a step, of an experiment, or of all experiments.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.left")
    private String left;

    /**
     * The second run, given like the first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.right")
    private String right;

    @Parameter(defaultValue = "${session}", required = true, readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", required = true, readonly = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        CommandLine options = new CommandLine(session, execution);
        List<String> problems = new ArrayList<>();
        Path first = options.path("distill.left", left, problems);
        Path second = options.path("distill.right", right, problems);
        options.require(problems);
        try {
            RunComparison.of(first, second).lines().forEach(getLog()::info);
        } catch (RunComparisonException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
