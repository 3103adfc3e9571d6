package io.github.distillmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.distillmaven.mojo.configuration.CommandLine;
import io.github.distillmaven.provenance.RunComparison;
import io.github.distillmaven.provenance.RunComparisonException;
import io.github.distillmaven.report.overview.KeptResults;
import io.github.distillmaven.report.overview.OverviewReport;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints what differs between two runs: settings, inputs, environment, bytes of outputs, machine and origin. Or shows any
 * number of results on one page, in a figure and a table. Needs no project.
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
     * The second run, in the same form as the first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.right")
    private String right;

    /**
     * Folder of kept results, to compare instead of two runs: every {@code results.json} below it, or any other file that ends with
     * {@code .json}, is a row of the page. Those that name their commit come first, in the order of its time, and show a trend.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.results")
    private String results;

    /**
     * Folder for that page, relative to where Maven was started.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.page", defaultValue = "target/distill-comparison")
    private String page;

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
        Path folder = options.path("distill.results", results, problems);
        Path place = options.path("distill.page", page, problems);
        if (folder != null && (left != null || right != null)) {
            problems.add(
                    "-Ddistill.results compares all results of a folder, -Ddistill.left and -Ddistill.right two runs. Give one or the other.");
        }
        options.require(problems);
        if (folder != null) {
            write(folder, Objects.requireNonNull(place));
            return;
        }
        try {
            RunComparison.of(first, second).lines().forEach(getLog()::info);
        } catch (RunComparisonException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void write(Path folder, Path place) throws MojoExecutionException {
        try {
            List<KeptResults> kept = Files.isDirectory(folder) ? KeptResults.below(folder) : List.of();
            if (kept.isEmpty()) {
                throw new MojoExecutionException(
                        "-Ddistill.results is '%s', where there are no results: no file below it ends with .json. Keep the results.json of builds there, each in its own folder or under its own name."
                                .formatted(folder));
            }
            getLog().info("%s results: %s"
                    .formatted(kept.size(), new OverviewReport().compare(kept, place, getLog()::warn)));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The results below %s could not be compared: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
