package io.github.distillmaven.it;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Students of one teacher")
class ArmsIT {

    private static final String CONFIGURATION = """
            <controls>shuffled</controls>
            <evaluationSets>test,test-next</evaluationSets>
            <teacher><network>mlp</network><epochs>2</epochs></teacher>
            <student><network>mlp</network><epochs>2</epochs></student>
            <students>
                <student><name>soft</name><transfer><labels>soft</labels><temperature>4</temperature></transfer></student>
                <student><name>small</name><network>linear</network></student>
            </students>
            """;

    private static final String HELD_OUT = """
            <evaluationSets>test,validation,omitted</evaluationSets>
            <teacher><network>mlp</network><examples>2000</examples><validation>0.1</validation><epochs>2</epochs></teacher>
            <transfer><inputs>synthetic-digits</inputs><examples>2000</examples><omittedClasses>3</omittedClasses></transfer>
            <student><network>mlp</network><epochs>2</epochs></student>
            <students>
                <student><name>complete</name><transfer><omittedClasses>none</omittedClasses></transfer></student>
            </students>
            """;

    private static Build build;
    private static JsonNode replicate;

    @BeforeAll
    static void train() {
        build = TestProject.withExecutions(
                        "arms", TestProject.execution("x", CONFIGURATION) + TestProject.execution("held-out", HELD_OUT))
                .onSharedStore()
                .run("verify");
        assertThat(build.succeeded()).as(build.log()).isTrue();
        replicate = Results.of(build, "x").get("replicates").get(0);
    }

    @Test
    @DisplayName("whose given labels were dealt out at random know nothing: no truth reaches them by another way")
    void ofShuffledLabelsAreAtChance() {
        JsonNode shuffled = Results.arm(replicate, "shuffled");
        JsonNode student = Results.arm(replicate, "student");

        assertThat(shuffled.get("transfer")).isEqualTo(student.get("transfer"));
        // It can learn no more than the most frequent label, and each class is a tenth of the 2,000 test images; 0.03
        // is more than four standard errors.
        assertThat(accuracy(shuffled)).isBetween(0.07, 0.13);
        assertThat(accuracy(student)).isGreaterThan(0.2);
    }

    @Test
    @DisplayName("learn from probabilities as well as from classes")
    void ofSoftLabelsLearn() {
        assertThat(accuracy(Results.arm(replicate, "soft"))).isGreaterThan(0.2);
        assertThat(build.experiment("x").resolve("students/soft/transfer/labels.npy"))
                .isRegularFile();
    }

    @Test
    @DisplayName("of another architecture learn from the same set")
    void ofAnotherArchitectureLearnFromTheSameSet() {
        JsonNode small = Results.arm(replicate, "small");

        assertThat(accuracy(small)).isGreaterThan(0.2);
        assertThat(small.get("transfer"))
                .isEqualTo(Results.arm(replicate, "student").get("transfer"));
        assertThat(build.experiment("x").resolve("students/small/transfer")).doesNotExist();
    }

    @Test
    @DisplayName("that learnt the task seldom name the class after the true one")
    void seldomNameTheNextClass() {
        JsonNode next = Results.arm(replicate, "student").get("evaluations").get("test-next");

        assertThat(next.get("testAccuracy").get("value").asDouble())
                .isLessThan(accuracy(Results.arm(replicate, "student")));
    }

    @Test
    @DisplayName(
            "are measured on training examples that none of them saw, and on test images of a class that one of them did not")
    void areMeasuredOnWhatTheyDidNotSee() {
        JsonNode heldOut = Results.of(build, "held-out").get("replicates").get(0);
        JsonNode student = Results.arm(heldOut, "student").get("evaluations");
        JsonNode complete = Results.arm(heldOut, "complete").get("evaluations");

        assertThat(Results.arm(heldOut, "complete").get("transfer").get("size").asInt())
                .isEqualTo(1800);
        assertThat(student.get("validation").get("testAccuracy").get("trials").asInt())
                .isEqualTo(200);
        assertThat(complete.get("validation").get("testAccuracy").get("value").asDouble())
                .isGreaterThan(0.5);
        assertThat(student.get("omitted").get("testAccuracy").get("trials").asInt())
                .isEqualTo(complete.get("omitted")
                        .get("testAccuracy")
                        .get("trials")
                        .asInt())
                .isBetween(150, 250);
        assertThat(student.get("omitted").get("testAccuracy").get("value").asDouble())
                .isLessThan(
                        complete.get("omitted").get("testAccuracy").get("value").asDouble());
    }

    private static double accuracy(JsonNode arm) {
        return Results.test(arm).get("value").asDouble();
    }
}
