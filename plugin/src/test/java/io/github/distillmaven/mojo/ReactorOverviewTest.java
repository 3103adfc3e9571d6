package io.github.distillmaven.mojo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.results.ExperimentFixture;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The overview of all modules")
class ReactorOverviewTest {

    private static final MojoExecution EXECUTION = execution();

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private final ReactorOverview overview = new ReactorOverview();
    private MavenProject top;
    private MavenProject one;
    private MavenProject two;
    private Path page;

    @BeforeEach
    void makeProjects() {
        top = project("top", folder);
        top.setExecutionRoot(true);
        one = project("one", folder.resolve("one"));
        two = project("two", folder.resolve("two"));
        page = folder.resolve("target/distill/index.html");
    }

    @Test
    void listsTheModulesThatReportedInThisBuildInTheOrderOfTheBuild() throws Exception {
        MavenSession session = session(top, one, two);
        report(two, "y");
        overview.update(session, two, EXECUTION, log);
        assertThat(page).doesNotExist();

        report(one, "x");
        overview.update(session, one, EXECUTION, log);

        assertThat(page)
                .content()
                .containsSubsequence(
                        "in 2 experiments of 2 modules.",
                        ">one</h2>",
                        "../../one/target/distill/x/report/index.html",
                        ">two</h2>",
                        "../../two/target/distill/y/report/index.html");
        assertThat(log.infos).containsExactly("Experiments of all modules: " + page);
    }

    @Test
    void saysThatItLacksModulesWithExperimentsThatDidNotReport() throws Exception {
        report(one, "x");
        report(two, "y");
        bind(one, two);
        MavenSession session = session(one);
        Files.createDirectories(page.getParent());
        Files.writeString(page, "the page of a whole build");

        overview.update(session, one, EXECUTION, log);

        assertThat(page)
                .content()
                .contains("Partial: this build ran 1 of 3 modules."
                        + " These have experiments, but have reported none: two.");
    }

    @Test
    void isCompleteOnceTheLastModuleHasReported() throws Exception {
        report(one, "x");
        report(two, "y");
        bind(one, two);
        MavenSession session = session(top, one, two);

        overview.update(session, one, EXECUTION, log);
        overview.update(session, two, EXECUTION, log);

        assertThat(page).content().doesNotContain("Partial");
    }

    @Test
    void ofTheTopModuleAloneSaysThatItLacksTheOthers() throws Exception {
        report(top, "x");
        bind(top, one);
        new OverviewReport().write(ReactorOverview.folder(top), warning -> {});

        overview.update(session(top), top, EXECUTION, log);

        assertThat(page)
                .content()
                .contains("Partial: this build ran 1 of 3 modules."
                        + " These have experiments, but have reported none: one.");
    }

    @Test
    void leavesOutWhatAnEarlierBuildReportedAndThisOneDidNot() throws Exception {
        report(one, "x");
        report(two, "y");
        MavenSession first = session(top, one, two);
        overview.update(first, one, EXECUTION, log);
        overview.update(first, two, EXECUTION, log);

        overview.update(session(top, one, two), one, EXECUTION, log);

        assertThat(page).content().contains("in 1 experiment.").doesNotContain(">two<");
    }

    @Test
    void listsTheExperimentsOfTheTopModuleToo() throws Exception {
        report(top, "x");
        new OverviewReport().write(ReactorOverview.folder(top), warning -> {});
        report(one, "y");

        overview.update(session(one), one, EXECUTION, log);

        assertThat(page)
                .content()
                .containsSubsequence(
                        ">top</h2>",
                        "./x/report/index.html",
                        ">one</h2>",
                        "../../one/target/distill/y/report/index.html");
    }

    @Test
    void isNotWrittenWhereOneModuleAloneHasExperiments() throws Exception {
        report(top, "x");
        Path own = new OverviewReport().write(ReactorOverview.folder(top), warning -> {});
        String before = Files.readString(own);

        overview.update(session(top, one, two), top, EXECUTION, log);

        assertThat(own).hasContent(before);
        assertThat(log.infos).isEmpty();
    }

    @Test
    void thatCannotBeWrittenIsAWarning() throws Exception {
        report(one, "x");
        report(two, "y");
        Files.writeString(folder.resolve("target"), "in the way");
        MavenSession session = session(top, one, two);

        overview.update(session, one, EXECUTION, log);
        overview.update(session, two, EXECUTION, log);

        assertThat(log.warnings)
                .singleElement()
                .asString()
                .startsWith("The overview of all modules could not be written: ");
    }

    /** A build of some of the projects. Maven deprecates every constructor of a session, since it alone makes them. */
    @SuppressWarnings("deprecation")
    private MavenSession session(MavenProject... built) {
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(built));
        session.setAllProjects(List.of(top, one, two));
        return session;
    }

    /** Gives projects an experiment of their own. */
    private static void bind(MavenProject... projects) {
        for (MavenProject project : projects) {
            PluginExecution experiment = new PluginExecution();
            experiment.addGoal("report");
            Plugin plugin = new Plugin();
            plugin.setGroupId("io.github.distillmaven");
            plugin.setArtifactId("distill-maven-plugin");
            plugin.addExecution(experiment);
            project.getBuild().addPlugin(plugin);
        }
    }

    private static MojoExecution execution() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.distillmaven");
        plugin.setArtifactId("distill-maven-plugin");
        return new MojoExecution(plugin, "report", "x");
    }

    private static void report(MavenProject project, String name) throws Exception {
        new ExperimentReport()
                .write(new ExperimentFixture(ReactorOverview.folder(project).resolve(name))
                        .tests(50)
                        .transferSize(50)
                        .write());
    }

    private static MavenProject project(String artifact, Path base) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifact);
        model.setVersion("1");
        model.setBuild(new Build());
        model.getBuild().setDirectory(base.resolve("target").toString());
        MavenProject project = new MavenProject(model);
        project.setFile(base.resolve("pom.xml").toFile());
        return project;
    }

    private static final class RecordingLog extends SystemStreamLog {

        private final List<String> infos = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        @Override
        public void info(CharSequence line) {
            infos.add(line.toString());
        }

        @Override
        public void warn(CharSequence line) {
            warnings.add(line.toString());
        }
    }
}
