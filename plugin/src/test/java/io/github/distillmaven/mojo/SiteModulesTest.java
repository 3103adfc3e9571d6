package io.github.distillmaven.mojo;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.site.SiteModule;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The modules that a site links to")
class SiteModulesTest {

    private static final String PLUGIN = "io.github.distillmaven:distill-maven-plugin";

    @Test
    void areThoseBelowThatReportExperiments() {
        MavenProject top = project("top", null);
        MavenProject group = project("group", top);
        MavenProject inner = project("inner", group, "train-student", "report");
        MavenProject foreign = project("foreign", null, "report");
        MavenProject unreported = project("unreported", top, "train-student");
        top.setCollectedProjects(List.of(group, inner, foreign, unreported));

        SiteModules modules = new SiteModules(top, PLUGIN);

        assertThat(modules.hasExperiments()).isFalse();
        assertThat(modules.below())
                .containsExactly(
                        new SiteModule("inner", "./group/inner/distill.html", Path.of("inner/distill")),
                        new SiteModule("foreign", "./foreign/distill.html", Path.of("foreign/distill")));
    }

    @Test
    void areNoneOfASingleModule() {
        SiteModules modules = new SiteModules(project("single", null, "report"), PLUGIN);

        assertThat(modules.hasExperiments()).isTrue();
        assertThat(modules.below()).isEmpty();
    }

    private static MavenProject project(String artifact, MavenProject parent, String... goals) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifact);
        model.setVersion("1");
        model.setBuild(new Build());
        model.getBuild().setDirectory(artifact);
        if (goals.length > 0) {
            PluginExecution execution = new PluginExecution();
            execution.setGoals(List.of(goals));
            Plugin plugin = new Plugin();
            plugin.setGroupId("io.github.distillmaven");
            plugin.setArtifactId("distill-maven-plugin");
            plugin.addExecution(execution);
            model.getBuild().addPlugin(plugin);
        }
        MavenProject project = new MavenProject(model);
        project.setParent(parent);
        return project;
    }
}
