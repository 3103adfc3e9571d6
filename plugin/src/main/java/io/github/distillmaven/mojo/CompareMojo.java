package io.github.distillmaven.mojo;

import java.io.File;
import java.nio.file.Path;

import io.github.distillmaven.provenance.RunComparison;
import io.github.distillmaven.provenance.RunComparisonException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
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
    private File left;

    /**
     * The second run, given like the first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.right")
    private File right;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            RunComparison.of(path(left), path(right)).lines().forEach(getLog()::info);
        } catch (RunComparisonException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static Path path(File file) {
        return file == null ? null : file.toPath();
    }
}
