package io.github.distillmaven.it;

import java.nio.file.Path;
import java.util.SortedMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The same build on two machines in spirit, with nothing shared")
class ReproducibilityIT {

    private static final String CONVOLUTIONAL = """
            <teacher><epochs>1</epochs><examples>2000</examples></teacher>
            <transfer><examples>2000</examples><allowSmall>true</allowSmall></transfer>
            <student><epochs>1</epochs></student>
            """;

    private static TestProject project;
    private static Build here;
    private static SortedMap<String, String> outputs;
    private static SortedMap<String, String> reported;

    @BeforeAll
    static void buildHere() {
        project = project("reproducible");
        here = project.run("verify").orFail();
        outputs = Results.outputs(here, "x");
        reported = Results.reported(here, "x");
    }

    @Test
    @DisplayName("gives the same keys and the same bytes in another folder, home, language and time zone")
    void givesTheSameBytes() {
        SortedMap<String, String> keys = Results.keys(here, "x");
        TestProject elsewhere = project("some where/else/reproducible");
        Path home = elsewhere.folder().resolveSibling("home of somebody else");

        Build there = elsewhere
                .withEnvironment("LC_ALL", "fa_IR.UTF-8")
                .withEnvironment("TZ", "Asia/Kathmandu")
                .withEnvironment("USER", "somebody")
                .withEnvironment("HOME", home.toString())
                .withEnvironment(
                        "JAVA_TOOL_OPTIONS",
                        "\"-Duser.home=%s\" -Duser.language=fa -Duser.country=IR -Duser.timezone=Asia/Kathmandu"
                                .formatted(home))
                .run("verify")
                .orFail();

        assertThat(Results.keys(there, "x")).isEqualTo(keys);
        assertThat(Results.outputs(there, "x")).isEqualTo(outputs);
        assertThat(outputs)
                .containsKeys(
                        "teacher/model/saved_model.pb",
                        "teacher/model/variables/variables.data-00000-of-00001",
                        "transfer/labels-idx1-ubyte",
                        "student/model/saved_model.pb");
    }

    @Test
    @DisplayName(
            "gives pages and exports of the same bytes, whether the steps were made or restored, and whatever digits the machine writes")
    void givesTheSamePages() {
        Build restored = project.withEnvironment("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG")
                .run("clean", "verify")
                .orFail();

        assertThat(restored.stepsThat("restored from the store")).contains("teacher", "transfer", "student");
        assertThat(Results.reported(restored, "x")).isEqualTo(reported);
        assertThat(reported).containsKeys("report/index.html", "results.json", "replicates.csv", "summary.md");
    }

    private static TestProject project(String name) {
        return TestProject.withExecutions(name, TestProject.execution("x", CONVOLUTIONAL));
    }
}
