package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The comparison of two runs")
class RunComparisonTest {

    private static final Map<String, String> FILES = Map.of("history.csv", "1,0.5\n");
    private static final Map<String, String> OTHER_FILES = Map.of("history.csv", "1,0.6\n");

    @TempDir
    private Path folder;

    private Path left;
    private Path right;

    @BeforeEach
    void placeRuns() {
        left = folder.resolve("left").resolve("distill");
        right = folder.resolve("right").resolve("distill");
    }

    @Test
    void printsEverythingThatDiffersStepByStepInTheirOrder() throws Exception {
        StepRecords other = new StepRecords(
                "teacher",
                Map.of("seed", "2", "teacher.epochs", "3"),
                Map.of("mnist/labels", "dd".repeat(32)),
                Map.of("plugin", "0.1.0", "threads", "4", "instructionSet", "AVX2"),
                Map.of("processor", "Another processor", "java", "17.0.1", "uptime", "42"),
                Map.of("dirty", "true"));
        for (String step : new String[] {"student", "transfer", "data"}) {
            StepRecords.teacher().named(step).write(left.resolve("x").resolve(step), FILES);
        }
        StepRecords.teacher().write(left.resolve("x/teacher"), FILES);
        StepRecords.teacher().named("data").write(right.resolve("x/data"), FILES);
        other.write(right.resolve("x/teacher"), OTHER_FILES);
        other.named("transfer").write(right.resolve("x/transfer"), FILES);

        assertThat(RunComparison.of(left.resolve("x"), right.resolve("x")).lines())
                .containsExactly(
                        "Step data is the same",
                        "Step teacher differs",
                        "  settings: seed: 1 -> 2",
                        "  inputs: mnist/labels: cccccccccccc -> dddddddddddd",
                        "  environment: threads: 2 -> 4",
                        "  outputs: history.csv: line 1 differs: left \"1,0.5\", right \"1,0.6\"",
                        "  machine: processor: Made-up processor -> Another processor",
                        "  origin: dirty: false -> true",
                        "Step transfer has the same outputs under another key",
                        "  settings: seed: 1 -> 2",
                        "  inputs: mnist/labels: cccccccccccc -> dddddddddddd",
                        "  environment: threads: 2 -> 4",
                        "  machine: processor: Made-up processor -> Another processor",
                        "  origin: dirty: false -> true",
                        "Step student is only left",
                        "1 step is the same; 1 has the same outputs under another key: transfer; 1 differs: teacher; 1 is only"
                                + " left: student.");
    }

    @Test
    void isShortIfNothingDiffers() throws Exception {
        for (Path run : new Path[] {left, right}) {
            StepRecords.teacher().write(run.resolve("teacher"), FILES);
            StepRecords.teacher().named("student").write(run.resolve("student"), FILES);
        }

        assertThat(RunComparison.of(left, right).lines())
                .containsExactly("Step teacher is the same", "Step student is the same", "2 steps are the same.");
    }

    @Test
    void saysThatTheSameKeyHasToMakeTheSame() throws Exception {
        StepRecords.teacher().write(left, FILES);
        StepRecords.teacher().machine(Map.of()).origin(Map.of()).write(right, OTHER_FILES);

        assertThat(RunComparison.of(left.resolve("step.json"), right).lines())
                .containsExactly(
                        "Step teacher differs",
                        "  outputs: history.csv: line 1 differs: left \"1,0.5\", right \"1,0.6\"",
                        "  machine: java: 17.0.1 -> none",
                        "  machine: processor: Made-up processor -> none",
                        "  machine: uptime: 42 -> none",
                        "  origin: dirty: false -> none",
                        "  Nothing that is known to change bits differs: this is a reproducibility error, please report it with"
                                + " both step.json files.",
                        "1 step differs: teacher.");
    }

    @Test
    void pairsTheExperimentsOfTwoBuilds() throws Exception {
        for (Path run : new Path[] {left, right}) {
            StepRecords.teacher().write(run.resolve("b/teacher"), FILES);
            StepRecords.teacher().named("student").write(run.resolve("b/student"), FILES);
            Files.writeString(run.resolve("index.html"), "");
        }
        StepRecords.teacher().write(left.resolve("a/teacher"), FILES);
        StepRecords.teacher().write(right.resolve("c/teacher"), FILES);
        Files.createDirectories(left.resolve("b/report"));

        assertThat(RunComparison.of(left, right).lines())
                .containsExactly(
                        "Step a/teacher is only left",
                        "Step b/teacher is the same",
                        "Step b/student is the same",
                        "Step c/teacher is only right",
                        "2 steps are the same; 1 is only left: a/teacher; 1 is only right: c/teacher.");
    }

    @Test
    void needsTwoRuns() {
        assertRefused(
                null,
                null,
                "distill.left is missing. Name a run by its folder, such as -Ddistill.left=target/distill/<experiment>.",
                "distill.right is missing. Name a run by its folder, such as -Ddistill.right=target/distill/<experiment>.");
    }

    @Test
    void namesEverythingThatIsWrong() throws Exception {
        Files.createDirectories(right);

        assertRefused(
                left,
                right,
                "distill.left: " + left + " does not exist.",
                "distill.right: " + right
                        + " holds no step.json. Name a step.json, or the folder of a step, of an experiment, or of all"
                        + " experiments.");
    }

    @Test
    void namesEveryRecordThatCannotBeRead() throws Exception {
        StepRecords.teacher().write(left.resolve("teacher"), FILES);
        write(right.resolve("student/step.json"), "[]");
        write(right.resolve("teacher/step.json"), "1");

        assertRefused(
                left,
                right,
                "distill.right: " + right.resolve("student/step.json")
                        + ": is not the record of a step. Run the goal that makes the step again.",
                "distill.right: " + right.resolve("teacher/step.json")
                        + ": is not the record of a step. Run the goal that makes the step again.");
    }

    @Test
    void isOfTwoOfAKind() throws Exception {
        StepRecords.teacher().write(left.resolve("x/teacher"), FILES);
        StepRecords.teacher().write(right.resolve("x/teacher"), FILES);

        assertRefused(
                left,
                right.resolve("x"),
                "distill.left is a folder of experiments, distill.right is an experiment: give two of a kind.");
        assertRefused(
                left.resolve("x/teacher"),
                right,
                "distill.left is a step, distill.right is a folder of experiments: give two of a kind.");
    }

    private static void assertRefused(Path left, Path right, String... problems) {
        assertThatThrownBy(() -> RunComparison.of(left, right))
                .isInstanceOf(RunComparisonException.class)
                .hasMessage("The runs cannot be compared:\n  - " + String.join("\n  - ", problems));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
