package io.github.distillmaven.it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The same build twice, with nothing shared")
class ReproducibilityIT {

    private static final String CONVOLUTIONAL = """
            <teacher><epochs>1</epochs></teacher>
            <student><epochs>1</epochs></student>
            <transfer><allowSmall>true</allowSmall></transfer>
            """;

    @Test
    @DisplayName("gives byte-identical teacher, transfer set and student")
    void givesTheSameBytes() {
        Build one = build("reproducible one");
        Build two = build("reproducible two, elsewhere");

        for (String step : new String[] {"teacher", "transfer", "student"}) {
            assertThat(Results.step(two, "x", step).get("key"))
                    .isEqualTo(Results.step(one, "x", step).get("key"));
            assertThat(Results.step(two, "x", step).get("outputs"))
                    .isEqualTo(Results.step(one, "x", step).get("outputs"))
                    .isNotEmpty();
        }
        assertThat(Results.step(one, "x", "teacher").get("outputs").propertyNames())
                .contains("model/saved_model.pb", "model/variables/variables.data-00000-of-00001");
    }

    private static Build build(String name) {
        Build build = TestProject.withExecutions(name, TestProject.execution("x", CONVOLUTIONAL))
                .run("verify");
        assertThat(build.succeeded()).as(build.log()).isTrue();
        return build;
    }
}
