package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The goal compare")
class CompareIT {

    private static final String GOAL =
            "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":compare";

    @Test
    @DisplayName("compares two runs from a folder without a project, and succeeds whatever differs")
    void twoRuns() throws IOException {
        TestProject project = TestProject.withExecutions(
                        "compared", TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher"))
                .onSharedStore();
        Build first = project.run("verify");
        assertThat(first.succeeded()).as(first.log()).isTrue();
        TestProject elsewhere = TestProject.empty("comparison");
        FileUtils.copyDirectory(
                first.experiment("x").toFile(),
                elsewhere.folder().resolve("first").toFile());
        Build second = project.with("distill.seed", "2").run("verify");
        assertThat(second.succeeded()).as(second.log()).isTrue();

        Build comparison = elsewhere
                .with("distill.left", "first")
                .with("distill.right", second.experiment("x").toString())
                .run(GOAL);

        assertThat(comparison.succeeded()).as(comparison.log()).isTrue();
        List<String> printed = comparison.lines().stream()
                .map(line -> line.replace("[INFO] ", ""))
                .toList();
        assertThat(printed)
                .contains(
                        "Step data is the same",
                        "Step teacher differs",
                        "  settings: seed: 1 -> 2",
                        "1 step is the same; 1 differs: teacher.");
        assertThat(printed)
                .anyMatch(line -> line.matches(
                        " {2}outputs: model/variables/.*: [\\d,]+ of [\\d,]+ bytes differ, the first at offset"
                                + " [\\d,]+ \\(left [0-9a-f]{2}, right [0-9a-f]{2}\\); SHA-256 left [0-9a-f]{12}, right"
                                + " [0-9a-f]{12}"));
    }

    @Test
    @DisplayName("sets results beside each other on a page, and draws a trend over the commits that they name")
    void manyResults() throws Exception {
        TestProject project = TestProject.withExecutions("kept", TestProject.execution("x", Experiments.QUICK))
                .onSharedStore();
        TestProject kept = TestProject.empty("kept results");
        git(project.folder(), "2026-11-26T00:00:00Z", "init", "-q");
        for (String day : List.of("27", "26")) {
            git(project.folder(), "2026-11-" + day + "T01:45:00Z", "commit", "-q", "--allow-empty", "-m", "change");
            Build build = project.run("verify").orFail();
            FileUtils.copyFile(
                    build.experiment("x").resolve("results.json").toFile(),
                    kept.folder().resolve("all/" + day + "/x/results.json").toFile());
        }

        Build comparison = kept.with("distill.results", "all").run(GOAL).orFail();

        Path page = kept.folder().resolve("target/distill-comparison/index.html");
        assertThat(comparison.log()).contains("2 results: " + page);
        assertThat(page)
                .content()
                .containsSubsequence(
                        "x over commits", "2026-11-26 01:45", "2026-11-27 01:45", "0.0</td>", "26/x", "27/x");
        assertThat(kept.with("distill.results", "none").run(GOAL).error())
                .isEqualTo(
                        "-Ddistill.results is '%s', where there are no results: no file below it ends with .json. Keep the results.json of builds there, each in its own folder or under its own name."
                                .formatted(kept.folder().resolve("none")));
    }

    /** As somebody who commits at a time. */
    private static void git(Path folder, String time, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GIT_COMMITTER_DATE", time);
        assertThat(builder.inheritIO().start().waitFor()).isZero();
    }

    @Test
    @DisplayName("says everything that is wrong with what it is given")
    void wrongParameters() {
        TestProject project = TestProject.empty("nothing to compare");

        Build build = project.with("distill.right", "missing").run(GOAL);

        assertThat(build.succeeded()).isFalse();
        assertThat(build.error()).isEqualTo("""
                        The runs cannot be compared:
                          - distill.left is missing. Name a run by its folder, such as -Ddistill.left=target/distill/<experiment>.
                          - distill.right: %s does not exist.""".formatted(project.folder().resolve("missing")));
    }
}
