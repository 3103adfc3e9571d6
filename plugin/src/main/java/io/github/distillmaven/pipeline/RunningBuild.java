package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.SettingCatalog;
import io.github.distillmaven.provenance.BuildOrigin;
import io.github.distillmaven.provenance.GitState;
import io.github.distillmaven.store.FileDigests;

/**
 * The build that runs an experiment. Nothing of it changes a result.
 *
 * @param project group and artifact id of the module, with a colon between them
 * @param version of the module
 * @param folder of the module: where its POM lies
 * @param profiles that the command line names
 * @param goals of the command line
 * @param options properties of the command line
 * @param jobSummary file that a job in continuous integration shows as its summary; null if there is none
 * @param digests of the files in its folders, as far as it read them
 */
public record RunningBuild(
        String project,
        String version,
        Path folder,
        List<String> profiles,
        List<String> goals,
        Map<String, String> options,
        String jobSummary,
        FileDigests digests) {

    /** The facts about it that a step's record keeps. Asks git. */
    SortedMap<String, String> origin(String experiment) {
        return BuildOrigin.of(project + ":" + version, experiment, GitState.of(folder), profiles, goals, options);
    }

    /** Its command line without what says where and how a build works, and nothing about the experiment. */
    String essentialCommand() {
        Map<String, String> essential = new TreeMap<>(options);
        SettingCatalog.LOCAL.forEach(setting -> essential.remove("distill." + setting));
        return BuildOrigin.command(profiles, goals, essential);
    }

    /**
     * Its command line with another property, as somebody would type it.
     *
     * @param option such as {@code distill.writeBaseline}
     */
    String commandWith(String option) {
        return BuildOrigin.command(profiles, goals, options) + " -D" + option;
    }
}
