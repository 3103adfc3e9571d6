package io.github.distillmaven.it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A student whose given labels were dealt out at random")
class ShuffledLabelsIT {

    private static final String CONFIGURATION = """
            <controls>shuffled</controls>
            <teacher><network>mlp</network><epochs>2</epochs></teacher>
            <student><network>mlp</network><epochs>2</epochs></student>
            """;

    @Test
    @DisplayName("knows nothing: no truth reaches it by another way")
    void isAtChance() {
        Build build = TestProject.withExecutions("shuffled", TestProject.execution("x", CONFIGURATION))
                .onSharedStore()
                .run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        JsonNode replicate = Results.of(build, "x").get("replicates").get(0);
        JsonNode shuffled = Results.arm(replicate, "shuffled");
        JsonNode student = Results.arm(replicate, "student");
        assertThat(shuffled.get("transfer")).isEqualTo(student.get("transfer"));
        // It can learn no more than the most frequent label, and each class is a tenth of the 2,000 test images; 0.03
        // is more than four standard errors.
        assertThat(accuracy(shuffled)).isBetween(0.07, 0.13);
        assertThat(accuracy(student)).isGreaterThan(0.2);
    }

    private static double accuracy(JsonNode arm) {
        return Results.test(arm).get("value").asDouble();
    }
}
