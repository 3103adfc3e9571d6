package io.github.distillmaven.it;

import java.nio.file.Files;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plugin in somebody else's repository")
class ForeignProjectIT {

    private static final String OWN = """
            <networks><network><name>small</name><layers>
              <convolution><filters>16</filters></convolution><relu/><maxPool/>
            </layers></network></networks>
            <students><student><name>own</name><network>small</network></student></students>
            """;

    @Test
    @DisplayName(
            "runs below a path with spaces, letters beyond ASCII, and what TensorFlow takes for a pattern, with a network of its own")
    void awkwardPath() {
        Build build = TestProject.withExecutions(
                        "größere [Пример] {実験} #1 50% *?", TestProject.execution("x", Experiments.QUICK + OWN))
                .run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        assertThat(build.experiment("x").resolve("report/index.html")).isNotEmptyFile();
        // 3x3x16 and 16 biases; 28 -> 26 -> 13; 13x13x16 to 10 classes.
        assertThat(build.lines())
                .contains("[INFO] x: student: network 'small' has "
                        + String.format(Locale.ROOT, "%,d", 160 + (2704 + 1) * 10) + " parameters");
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
