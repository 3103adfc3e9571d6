package io.github.distillmaven.mojo.configuration;

import java.util.List;

import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The store that a store goal takes")
class ConfiguredStoresTest {

    private static final String PLUGIN = "io.github.distillmaven:distill-maven-plugin";

    @Test
    void isThatOfTheCommandLineWhateverThePomSays() throws Exception {
        ConfiguredStores stores =
                new ConfiguredStores("mine", true, List.of(project("a", execution("x", "theirs"))), PLUGIN);

        assertThat(stores.choose("theirs")).isEqualTo("mine");
    }

    @Test
    void isThatOfThePluginOfAnExecutionOrOfThePluginManagement() throws Exception {
        MavenProject ofPlugin = project("a");
        ofPlugin.getPlugin(PLUGIN).setConfiguration(configuration("kept"));
        MavenProject managed = project("b");
        Plugin plugin = managed.getPlugin(PLUGIN);
        plugin.setConfiguration(configuration("kept"));
        managed.getBuild().setPlugins(List.of());
        managed.getBuild().setPluginManagement(new PluginManagement());
        managed.getPluginManagement().addPlugin(plugin);

        assertThat(called(ofPlugin)).isEqualTo("kept");
        assertThat(called(managed)).isEqualTo("kept");
        assertThat(called(project("c", execution("x", " kept ")))).isEqualTo("kept");
        assertThat(called(ofPlugin, managed, project("c", execution("x", "kept"))))
                .isEqualTo("kept");
    }

    @Test
    void isThatOfAPropertyOrTheDefaultWhereNoExperimentNamesOne() throws Exception {
        MavenProject property = project("a", execution("x", null));
        property.getProperties().setProperty("distill.store", "kept");

        assertThat(called(property)).isEqualTo("kept");
        assertThat(called(project("a", execution("x", null)))).isNull();
        assertThat(called(new MavenProject())).isNull();
    }

    @Test
    void isThatOfItsOwnExecutionIfItIsBound() throws Exception {
        ConfiguredStores stores =
                new ConfiguredStores(null, false, List.of(project("a", execution("x", "theirs"))), PLUGIN);

        assertThat(stores.choose("own")).isEqualTo("own");
    }

    @Test
    void mustBeNamedIfExperimentsHaveDifferentOnes() {
        MavenProject one = project("a", execution("x", "kept"), execution("y", "other"));

        assertThatThrownBy(() -> called(one, project("b", execution("z", null))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "The experiments of this build have 3 stores: the user's default (experiment 'z' of b), 'kept'"
                                + " (experiment 'x' of a), 'other' (experiment 'y' of a). Say which one is meant with"
                                + " -Ddistill.store=<folder>.");
    }

    private static String called(MavenProject... projects) throws MojoFailureException {
        return new ConfiguredStores(null, true, List.of(projects), PLUGIN).choose(null);
    }

    private static MavenProject project(String name, PluginExecution... executions) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.distillmaven");
        plugin.setArtifactId("distill-maven-plugin");
        List.of(executions).forEach(plugin::addExecution);
        MavenProject project = new MavenProject();
        project.setArtifactId(name);
        project.getModel().setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        return project;
    }

    private static PluginExecution execution(String id, String store) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal("train-teacher");
        execution.setConfiguration(configuration(store));
        return execution;
    }

    private static Xpp3Dom configuration(String store) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        if (store != null) {
            Xpp3Dom element = new Xpp3Dom("store");
            element.setValue(store);
            configuration.addChild(element);
        }
        return configuration;
    }
}
