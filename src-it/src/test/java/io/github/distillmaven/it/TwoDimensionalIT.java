package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The two-dimensional experiment")
class TwoDimensionalIT {

    private static final String PRESET = "<preset>two-dimensional</preset><replicates>5</replicates>";

    @Test
    @DisplayName("runs all seeds and goals in one worker, reports them, and is restored by the next build")
    void fiveSeeds() throws IOException {
        TestProject project = TestProject.withExecutions("plane", TestProject.execution("plane", PRESET))
                .onSharedStore();

        Build first = project.run("verify");
        Build second = project.run("clean", "verify");

        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(first.log()).contains("data: random-points are drawn with the teachers, there is nothing to fetch");
        JsonNode results = Results.of(first, "plane");
        assertThat(results.get("replicates")).hasSize(5).allSatisfy(replicate -> {
            assertThat(Results.test(Results.arm(replicate, "teacher"))
                            .get("value")
                            .asDouble())
                    .isEqualTo(1);
            assertThat(Results.arm(replicate, "student")
                            .get("transfer")
                            .get("size")
                            .asInt())
                    .isPositive();
        });
        // The flipped labels of points that were not moved teach the opposite; 16 of 32 is chance.
        JsonNode arms = results.get("summary").get("arms");
        assertThat(mean(arms.get("unperturbed"))).isLessThan(0.4);
        assertThat(mean(arms.get("student"))).isGreaterThan(mean(arms.get("unperturbed")));
        Path page = first.experiment("plane").resolve("report/index.html");
        assertThat(page).isRegularFile();
        assertThat(second.log())
                .contains(
                        "teacher: 5 restored from the store",
                        "transfer: 5 restored from the store",
                        "transfer: 10 restored from the store",
                        "student: 15 restored from the store");
        assertThat(Results.of(second, "plane")).isEqualTo(results);
    }

    @Test
    @DisplayName("runs without a POM, whose folder then holds its results, and says so in the last line")
    void withoutPom() throws Exception {
        String run = "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":run";
        TestProject folder = TestProject.empty("no pom")
                .onSharedStore()
                .with("distill.preset", "two-dimensional")
                .with("distill.replicates", "5");

        Build build = folder.run(run).orFail();

        Path experiment = folder.folder().resolve("distill/two-dimensional");
        Path page = experiment.resolve("report/index.html");
        assertThat(Files.readString(page))
                .contains("mvn " + run + " -Pstaged -Ddistill.preset=two-dimensional -Ddistill.replicates=5");
        assertThat(experiment.resolve("TEST-two-dimensional.xml")).isRegularFile();
        assertThat(folder.folder().resolve("distill/index.html")).isRegularFile();
        try (Stream<Path> files = Files.list(folder.folder())) {
            assertThat(files).containsExactly(folder.folder().resolve("distill"));
        }
        assertThat(build.linesWith("Experiment 'two-dimensional': "))
                .last()
                .isEqualTo(
                        "[WARNING] Experiment 'two-dimensional': it has no expectations, so any result passes. Add <expectations>. Report: "
                                + page);

        Build wrong = folder.with("distill.preset", "two-dimensionel")
                .with("distill.seed", "one")
                .with("distill.skipReport", "true")
                .run(run);

        assertThat(wrong.error()).startsWith("""
                        Experiment 'two-dimensionel' cannot run, its configuration has 3 errors:
                          - -Ddistill.skipReport is for the goal report, which this build does not run. Remove it.
                          - -Ddistill.preset is 'two-dimensionel'; it must be the name of a preset. Did you mean 'two-dimensional'? There are: garments-to-digits,""").endsWith("""
                        weak-to-strong.
                          - -Ddistill.seed is 'one'; it must be a whole number from 0 to 9223372036854775807.""");
    }

    @Test
    @DisplayName("needs an epsilon with which some point of every seed flips")
    void noFlip() {
        TestProject project = TestProject.withExecutions(
                "plane-flat",
                TestProject.execution(
                        "x",
                        "<preset>two-dimensional</preset><replicates>1</replicates><transfer><epsilon>0</epsilon></transfer>"));

        assertThat(project.run("verify").error()).isEqualTo("""
                        Experiment 'x': The transfer set is not enough to train a student on: it has 0 examples, fewer than <transfer><minimumSize>1</minimumSize>; no example was given the label red, blue.
                        Of 32 inputs (random-points) keep=wrong kept 0.
                        Given labels: red: 0, blue: 0.
                        Raise <transfer><epsilon>, which is 0.0.""");
    }

    private static double mean(JsonNode arm) {
        return Results.test(arm).get("mean").asDouble();
    }
}
