package io.github.distillmaven.it;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Replicates and controls")
class ReplicatesIT {

    private static final List<String> PARTS = List.of(
            "",
            "controls/shuffled-within-class/",
            "controls/permuted-label-teacher/",
            "replicates/6/",
            "replicates/6/controls/shuffled-within-class/",
            "replicates/6/controls/permuted-label-teacher/");

    /** As a training has it that runs beside others. */
    private static final String ONE_THREAD = Experiments.QUICK + "<threads>1</threads>";

    private static final String CONFIGURATION = ONE_THREAD + "<seed>5</seed>";

    private final TestProject project =
            TestProject.withExecutions("replicates", TestProject.execution("x", CONFIGURATION));

    @Test
    @DisplayName("are made side by side, each as if it ran alone, and none twice")
    void areEachLikeAnExperimentOfItsOwn() {
        Build several = project.with("distill.replicates", "2")
                .with("distill.controls", "permuted-label-teacher,shuffled-within-class")
                .run("verify");
        assertThat(several.succeeded()).as(several.log()).isTrue();
        List<JsonNode> students =
                PARTS.stream().map(part -> record(several, part + "student")).toList();
        assertThat(students.stream().map(ReplicatesIT::key).distinct()).hasSameSizeAs(PARTS);
        assertThat(PARTS.stream()
                        .map(part -> key(record(several, part + "transfer")))
                        .distinct())
                .hasSameSizeAs(PARTS);
        assertThat(result(several, "").get("initialWeights"))
                .as("the control begins with the weights of the treatment")
                .isEqualTo(result(several, "controls/shuffled-within-class/").get("initialWeights"))
                .isNotEqualTo(result(several, "replicates/6/").get("initialWeights"));
        JsonNode teacher = JsonMapper.shared().readTree(several.experiment("x").resolve("teacher/result.json"));
        JsonNode permuted = JsonMapper.shared()
                .readTree(several.experiment("x").resolve("controls/permuted-label-teacher/teacher/result.json"));
        assertThat(permuted.get("initialWeights")).isEqualTo(teacher.get("initialWeights"));
        assertThat(permuted.get("examples")).isEqualTo(teacher.get("examples"));
        assertThat(permuted.get("finalWeights")).isNotEqualTo(teacher.get("finalWeights"));
        assertThat(permuted.get("testAccuracy").asDouble())
                .as("what permuted labels teach is about chance")
                .isLessThan(0.3)
                .isLessThan(teacher.get("testAccuracy").asDouble() - 0.3);
        assertThat(several.log())
                .contains("teacher of seed 6: made in ", "student of seed 6, permuted-label-teacher: made in ");

        Build again = project.withoutWorkers().run("clean", "verify");
        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(PARTS.stream().map(part -> record(again, part + "student"))).containsExactlyElementsOf(students);

        Build alone = project.with("distill.seed", "6")
                .without("distill.replicates")
                .without("distill.controls")
                .run("clean", "verify");
        assertThat(alone.succeeded()).as(alone.log()).isTrue();
        assertThat(key(record(alone, "student"))).isEqualTo(key(students.get(3)));
    }

    @Test
    @DisplayName("that are missing are named before anything is reported")
    void areRequiredByTheReport() {
        TestProject without = TestProject.withExecutions(
                        "replicates unbound",
                        TestProject.execution(
                                "x", ONE_THREAD, "fetch-data", "train-teacher", "mislabel", "train-student"))
                .onSharedStore();
        Build trained = without.run("verify");
        assertThat(trained.succeeded()).as(trained.log()).isTrue();
        without.file("pom.xml", TestProject.pom("project", TestProject.execution("x", ONE_THREAD, "report")));

        Build reported = without.with("distill.controls", "shuffled").run("verify");

        Path missing = reported.experiment("x").resolve(Path.of("controls", "shuffled", "transfer"));
        assertThat(reported.error()).isEqualTo("""
                Experiment 'x': the transfer set is missing, there is no complete result in %s. Run the goal mislabel before report: add <goal>mislabel</goal> to the execution 'x', or call both on the command line.""".formatted(missing));
    }

    private static JsonNode record(Build build, String step) {
        return JsonMapper.shared().readTree(build.experiment("x").resolve(step).resolve("step.json"));
    }

    private static JsonNode result(Build build, String part) {
        return JsonMapper.shared().readTree(build.experiment("x").resolve(part + "student/result.json"));
    }

    private static String key(JsonNode step) {
        return step.get("key").asString();
    }
}
