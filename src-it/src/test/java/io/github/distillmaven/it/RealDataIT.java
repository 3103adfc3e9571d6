package io.github.distillmaven.it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The article's second experiment on the real images")
class RealDataIT {

    /** One epoch instead of ten: the whole of it takes minutes. */
    private static final String SHORT = """
            <preset>fashion-to-mnist</preset>
            <teacher><epochs>1</epochs></teacher>
            <student><epochs>1</epochs></student>
            """;

    @Test
    @DisplayName("teaches digits by clothes alone, in one epoch each")
    void teachesDigitsByClothes() {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA names no folder with MNIST and Fashion-MNIST");

        Build build = TestProject.withExecutions("real data", TestProject.execution("x", SHORT))
                .with("distill.mirror", data)
                .run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        JsonNode replicate = Results.of(build, "x").get("replicates").get(0);
        // The first epoch of this recipe brings the teacher to about 95 %.
        assertThat(accuracy(replicate, "teacher")).isGreaterThan(0.92);
        assertThat(Results.arm(replicate, "student").get("transfer").get("size").asInt()).isEqualTo(60_000);
        // One epoch gave 0.43 where ten give 0.95; chance is 0.10, with a standard error of 0.003 at 10,000 test
        // images.
        assertThat(accuracy(replicate, "student")).isGreaterThan(0.25);
    }

    private static double accuracy(JsonNode replicate, String arm) {
        return Results.test(Results.arm(replicate, arm)).get("value").asDouble();
    }
}
