package io.github.distillmaven.pipeline.step;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.provenance.BuildOrigin;
import io.github.distillmaven.provenance.git.GitState;
import org.jspecify.annotations.Nullable;

/**
 * The build that runs an experiment. Nothing of it changes a result.
 *
 * @param started when it began
 * @param project group and artifact id of the module, with a colon between them
 * @param version of the module
 * @param folder of the module: where its POM lies; without one, where Maven was started
 * @param task that makes the experiment again, as an argument of Maven's: {@link #VERIFY}, or a goal with its coordinates
 * @param profiles that the command line names
 * @param goals of the command line
 * @param options properties of the command line
 * @param jobSummary file that a job in continuous integration shows as its summary; null if there is none
 * @param digests of the files in its folders, as far as it read them
 */
public record RunningBuild(
        Instant started,
        String project,
        String version,
        Path folder,
        String task,
        List<String> profiles,
        List<String> goals,
        Map<String, String> options,
        @Nullable String jobSummary,
        FileDigests digests) {

    /** What makes the experiments of a POM. */
    public static final String VERIFY = "verify";

    /**
     * The facts about it that a step's record keeps. Asks git.
     *
     * @param problems gets a sentence if git should have an answer and has none
     */
    SortedMap<String, String> origin(String experiment, Consumer<String> problems) {
        return BuildOrigin.of(
                project + ":" + version, experiment, GitState.of(folder, problems), profiles, goals, options);
    }

    /**
     * Its command line with another property, as somebody would type it.
     *
     * @param option such as {@code distill.writeBaseline}
     */
    public String commandWith(String option) {
        return BuildOrigin.command(profiles, goals, options) + " -D" + option;
    }
}
