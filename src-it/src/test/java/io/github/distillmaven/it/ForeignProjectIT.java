package io.github.distillmaven.it;

import java.nio.file.Files;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plugin in somebody else's repository")
class ForeignProjectIT {

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
                .with("detail", "true")
                .run("io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":help");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        assertThat(build.log())
                .contains(
                        "distill:fetch-data",
                        "distill:train-teacher",
                        "distill:mislabel",
                        "distill:train-student",
                        "distill:report",
                        "<batchSize> (default: 64)");
    }
}
