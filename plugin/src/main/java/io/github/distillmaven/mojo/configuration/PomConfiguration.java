package io.github.distillmaven.mojo.configuration;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.ExperimentName;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What a project's POM, with its parents and active profiles, says of this plugin. As Maven does, it takes {@code <pluginManagement>}
 * where {@code <plugins>} does not have the plugin: that is so for goals of the command line.
 *
 * @param project the module
 * @param key of the plugin, {@code groupId:artifactId}
 */
public record PomConfiguration(MavenProject project, String key) {

    /** What the POM configures for this execution. */
    public static PomConfiguration of(MavenProject project, MojoExecution execution) {
        return new PomConfiguration(project, execution.getPlugin().getKey());
    }

    /** The elements that hold for an execution: its own, or those of the plugin if the POM does not have it. */
    Optional<Xpp3Dom> of(String execution) {
        return plugin().map(plugin -> {
                    PluginExecution declared = plugin.getExecutionsAsMap().get(execution);
                    return declared == null ? plugin.getConfiguration() : declared.getConfiguration();
                })
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    /** The executions, in the order of the POM. */
    public List<PluginExecution> executions() {
        return plugin().map(Plugin::getExecutions).orElse(List.of());
    }

    /** The executions that are experiments: those that do more than look after the store. */
    List<PluginExecution> experiments() {
        return executions().stream()
                .filter(execution -> execution.getGoals().stream().anyMatch(goal -> !goal.startsWith("store-")))
                .toList();
    }

    /** Whether the POM has an execution of this id. */
    boolean declares(String execution) {
        return executions().stream().anyMatch(declared -> declared.getId().equals(execution));
    }

    /** Name of an execution's experiment: its {@code <experiment>}, or else its id. */
    public String experimentOf(String execution) {
        return ExperimentName.normal(of(execution)
                .map(configuration -> configuration.getChild(SettingCatalog.NAME))
                .map(Xpp3Dom::getValue)
                .map(String::strip)
                .orElse(execution));
    }

    private Optional<Plugin> plugin() {
        Plugin used = project.getPlugin(key);
        if (used != null) {
            return Optional.of(used);
        }
        return Optional.ofNullable(project.getPluginManagement())
                .map(management -> management.getPluginsAsMap().get(key));
    }
}
