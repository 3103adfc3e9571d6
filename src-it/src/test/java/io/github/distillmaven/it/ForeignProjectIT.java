package io.github.distillmaven.it;

import java.nio.file.Files;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plugin in somebody else's repository")
class ForeignProjectIT {

    @Test
    @DisplayName("runs in two modules at once under -T 2, and computes what both want once")
    void twoModulesInParallel() {
        String execution = TestProject.execution("shared", Experiments.QUICK);
        TestProject project = TestProject.withModules("two-modules", execution, execution);

        Build build = project.run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        for (String module : new String[] {"one", "two"}) {
            assertThat(project.folder().resolve(module + "/target/distill/shared/report/index.html"))
                    .isNotEmptyFile();
        }
        for (String step : new String[] {"teacher", "transfer", "student"}) {
            // A worker leaves its log in the store's one entry, so both modules show the log of the same process.
            assertThat(project.folder().resolve("two/target/distill/shared/" + step + "/worker.log"))
                    .hasSameBinaryContentAs(
                            project.folder().resolve("one/target/distill/shared/" + step + "/worker.log"));
            assertThat(project.folder().resolve("two/target/distill/shared/" + step + "/step.json"))
                    .hasSameBinaryContentAs(
                            project.folder().resolve("one/target/distill/shared/" + step + "/step.json"));
        }
    }

    @Test
    @DisplayName("runs below a path with spaces, letters beyond ASCII, and what TensorFlow takes for a pattern")
    void awkwardPath() {
        Build build = TestProject.withExecutions(
                        "größere [Пример] {実験} #1 50% *?", TestProject.execution("x", Experiments.QUICK))
                .run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        assertThat(build.experiment("x").resolve("report/index.html")).isNotEmptyFile();
    }

    @Test
    @DisplayName("is switched off as a whole and goal by goal")
    void skips() {
        TestProject project = TestProject.withExecutions("skipped", TestProject.execution("x", Experiments.QUICK));

        Build all = project.with("distill.skip", "true").run("verify");

        assertThat(all.succeeded()).as(all.log()).isTrue();
        assertThat(all.log()).contains("Experiment 'x': train-teacher is skipped");
        assertThat(Files.exists(all.experiment("x"))).isFalse();
    }

    @Test
    @DisplayName("explains itself with distill:help")
    void help() {
        Build build = TestProject.withExecutions("help", "")
                .run("io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":help");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        assertThat(build.log())
                .contains(
                        "distill:fetch-data",
                        "distill:train-teacher",
                        "distill:mislabel",
                        "distill:train-student",
                        "distill:report");
    }
}
