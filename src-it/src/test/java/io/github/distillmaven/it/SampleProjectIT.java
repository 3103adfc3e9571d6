package io.github.distillmaven.it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The sample project")
class SampleProjectIT {

    private static final String EXPERIMENT = "garments-to-digits";

    @Test
    @DisplayName("trains a student on garments alone that reads digits, and on the second build computes nothing")
    void runsTheWholeExperiment() {
        // The build of this repository has just trained it in full.
        TestProject sample =
                TestProject.sample("sample").with("distill.teacher.epochs", "1").with("distill.student.epochs", "1");

        Build first = sample.run("verify");

        assertThat(first.succeeded()).as(first.log()).isTrue();
        JsonNode results = Results.of(first, EXPERIMENT);
        JsonNode replicate = results.get("replicates").get(0);
        assertThat(results.get("experiment").asString()).isEqualTo(EXPERIMENT);
        assertThat(results.get("preset").asString()).isEqualTo(EXPERIMENT);
        assertThat(replicate.get("seed").asInt()).isEqualTo(1);
        assertThat(accuracy(replicate, "teacher")).isGreaterThan(0.9);
        assertThat(Results.arm(replicate, "student")
                        .get("transfer")
                        .get("wrong")
                        .isNull())
                .isTrue();
        assertThat(Results.arm(replicate, "student").get("transfer").get("givenLabels"))
                .hasSize(10);
        // Chance is 0.10 and the standard error at 2,000 test images below 0.012: 0.3 is far out of its reach.
        assertThat(accuracy(replicate, "student")).isGreaterThan(0.3);
        assertThat(first.experiment(EXPERIMENT).resolve("report/index.html")).isNotEmptyFile();
        assertThat(first.folder().resolve("target/distill/index.html")).isNotEmptyFile();
        assertThat(first.log())
                .contains(first.experiment(EXPERIMENT)
                        .resolve("report")
                        .resolve("index.html")
                        .toString());

        Build second = sample.run("clean", "verify");

        assertThat(second.succeeded()).as(second.log()).isTrue();
        assertThat(second.log())
                .contains("teacher: restored from the store")
                .contains("transfer: restored from the store")
                .contains("student: restored from the store");
        assertThat(Results.of(second, EXPERIMENT)).isEqualTo(results);
    }

    private static double accuracy(JsonNode replicate, String arm) {
        return Results.test(Results.arm(replicate, arm)).get("value").asDouble();
    }
}
