package io.github.distillmaven.mojo.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The stores that the experiments of a build use, so that the goals that look after a store mean the same one.
 *
 * @param commandLine the folder that the user named there, if any
 * @param ofCommandLine whether the goal was called there, so that no execution of a POM configures it
 * @param projects the modules of the build
 * @param plugin key of this plugin, {@code groupId:artifactId}
 */
public record ConfiguredStores(
        @Nullable String commandLine, boolean ofCommandLine, List<MavenProject> projects, String plugin) {

    private static final String PROPERTY = "distill.store";

    /** In place of the folder of an experiment that names none. */
    private static final String DEFAULT = "";

    /** What the POM of every module of this build configures for the goals of this plugin. */
    public static ConfiguredStores of(MavenSession session, MojoExecution execution) {
        return new ConfiguredStores(
                session.getUserProperties()
                        .getProperty(PROPERTY, session.getSystemProperties().getProperty(PROPERTY)),
                execution.getSource() == MojoExecution.Source.CLI,
                session.getProjects(),
                execution.getPlugin().getKey());
    }

    /**
     * The folder to take, as it is written.
     *
     * @param injected what Maven found for the goal's own parameter
     * @return none for the default
     * @throws MojoFailureException if experiments of the build have different ones
     */
    @Nullable
    public String choose(@Nullable String injected) throws MojoFailureException {
        if (commandLine != null || !ofCommandLine) {
            return commandLine != null ? commandLine : injected;
        }
        Map<String, String> folders = folders();
        if (folders.size() > 1) {
            List<String> named = new ArrayList<>();
            folders.forEach((folder, experiment) -> named.add("%s (%s)"
                    .formatted(folder.equals(DEFAULT) ? "the user's default" : "'" + folder + "'", experiment)));
            throw new MojoFailureException(
                    "The experiments of this build have %s stores: %s. Say which one is meant with -D%s=<folder>."
                            .formatted(folders.size(), String.join(", ", named), PROPERTY));
        }
        String only = folders.isEmpty() ? DEFAULT : folders.keySet().iterator().next();
        return only.equals(DEFAULT) ? injected : only;
    }

    /** Each folder with the first experiment that has it. */
    private Map<String, String> folders() {
        Map<String, String> folders = new TreeMap<>();
        for (MavenProject project : projects) {
            Plugin used = plugin(project);
            if (used == null) {
                continue;
            }
            List<PluginExecution> experiments = new PomConfiguration(project, plugin).experiments();
            for (PluginExecution experiment : experiments) {
                folders.putIfAbsent(
                        folder(project, experiment.getConfiguration()),
                        "experiment '%s' of %s".formatted(experiment.getId(), project.getArtifactId()));
            }
            if (experiments.isEmpty()) {
                folders.putIfAbsent(folder(project, used.getConfiguration()), project.getArtifactId());
            }
        }
        return folders;
    }

    /** As Maven does for goals of the command line. */
    private @Nullable Plugin plugin(MavenProject project) {
        Plugin used = project.getPlugin(plugin);
        if (used == null && project.getPluginManagement() != null) {
            return project.getPluginManagement().getPluginsAsMap().get(plugin);
        }
        return used;
    }

    private static String folder(MavenProject project, Object configuration) {
        Xpp3Dom element = configuration instanceof Xpp3Dom elements ? elements.getChild("store") : null;
        String written = element == null ? null : element.getValue();
        return written == null ? project.getProperties().getProperty(PROPERTY, DEFAULT) : written.strip();
    }
}
