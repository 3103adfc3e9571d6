package io.github.distillmaven.mojo.configuration;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The experiment that 'mvn distill:run' means")
class CalledExperimentTest {

    private static final String PLUGIN = "io.github.distillmaven:distill-maven-plugin";

    private final Properties options = new Properties();

    @Test
    @DisplayName("is named without a POM as its preset, or as the goal's execution")
    void withoutPom() {
        options.setProperty("distill.preset", "two-dimensional");
        MavenProject none = new MavenProject();

        assertThat(called("default-cli", none).name()).isEqualTo("two-dimensional");
        assertThat(called("mine", none).name()).isEqualTo("mine");
        assertThat(called("default-cli", none).problems()).isEmpty();
        assertThat(called("mine", none).problems()).isEmpty();
    }

    @Test
    @DisplayName("is named as the default preset, as the file of a preset, or as the POM says")
    void otherNames() {
        MavenProject configured = project("one");
        configured.getPlugin(PLUGIN).setConfiguration(configuration("experiment", "kept"));
        MavenProject managed = project("one");
        managed.getPlugin(PLUGIN).setConfiguration(configuration("preset", "mnist-errors"));

        assertThat(called("default-cli", new MavenProject()).name()).isEqualTo("garments-to-digits");
        assertThat(called("default-cli", configured).name()).isEqualTo("kept");
        assertThat(called("default-cli", managed).name()).isEqualTo("mnist-errors");

        options.setProperty("distill.presetFile", "src/distill/mine.xml");

        assertThat(called("default-cli", managed).name()).isEqualTo("mine");
    }

    @Test
    @DisplayName("is that of the POM where it has the execution, and that of every other goal")
    void declared() {
        assertThat(find("run", "digits", project("one", "digits"))).isEmpty();
        assertThat(find("report", "default-cli", new MavenProject())).isEmpty();
    }

    @Test
    @DisplayName("has to be said where the POM has experiments")
    void unsaid() {
        MavenProject project = project("one", "digits", "letters");

        assertThat(called("default-cli", project).problems())
                .containsExactly(
                        "No experiment is named. There are: 'digits', 'letters'. Name one of them, such as with 'mvn distill:run@digits', or name a preset with -Ddistill.preset.");
        assertThat(called("digit", project).problems())
                .containsExactly(
                        "The POM has no execution 'digit'. Did you mean 'digits'? There are: 'digits', 'letters'. Name one of them, such as with 'mvn distill:run@digits'.");

        options.setProperty("distill.preset", "two-dimensional");

        assertThat(called("default-cli", project).problems()).isEmpty();
    }

    @Test
    @DisplayName("is looked for in its own module")
    void inModules() {
        assertThat(called("digits", project("parent"), project("one", "digits")).problems())
                .containsExactly(
                        "parent has no execution 'digits'. There are: 'digits' of one. Name one of them, such as with 'mvn distill:run@digits -pl :one'.");
    }

    @Test
    @DisplayName("does not take the folder of one of the POM's")
    void takenFolder() {
        options.setProperty("distill.preset", "digits");

        assertThat(called("default-cli", project("one", "digits")).problems())
                .containsExactly(
                        "The POM has an experiment 'digits' of its own, whose results this one would replace. Run that with 'mvn distill:run@digits'.");
    }

    @Test
    @DisplayName("is run again by the goal with its coordinates")
    void again() {
        assertThat(called("default-cli", new MavenProject()).task())
                .isEqualTo("io.github.distillmaven:distill-maven-plugin:1:run");
        assertThat(called("mine", new MavenProject()).task())
                .isEqualTo("io.github.distillmaven:distill-maven-plugin:1:run@mine");
    }

    private CalledExperiment called(String id, MavenProject... modules) {
        return find("run", id, modules).orElseThrow();
    }

    private Optional<CalledExperiment> find(String goal, String id, MavenProject... modules) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(options);
        request.setSystemProperties(new Properties());
        @SuppressWarnings("deprecation") // the one constructor that needs no container
        MavenSession session = new MavenSession(null, null, request, null);
        session.setProjects(List.of(modules));
        return CalledExperiment.of(session, modules[0], new MojoExecution(plugin(), goal, id));
    }

    private static MavenProject project(String name, String... executions) {
        Plugin plugin = plugin();
        for (String id : executions) {
            PluginExecution execution = new PluginExecution();
            execution.setId(id);
            execution.addGoal("report");
            plugin.addExecution(execution);
        }
        MavenProject project = new MavenProject();
        project.setArtifactId(name);
        project.setFile(new File("pom.xml"));
        project.getModel().setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        return project;
    }

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.distillmaven");
        plugin.setArtifactId("distill-maven-plugin");
        plugin.setVersion("1");
        return plugin;
    }

    private static Xpp3Dom configuration(String name, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        configuration.addChild(element);
        return configuration;
    }
}
