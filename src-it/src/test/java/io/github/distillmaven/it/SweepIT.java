package io.github.distillmaven.it;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A sweep")
class SweepIT {

    private static final String TWO_BY_TWO = """
            <threads>1</threads>
            <sweep>
              <teacher.examples>400, 800</teacher.examples>
              <student><epochs>1, 2</epochs></student>
            </sweep>
            """;

    @Test
    @DisplayName("makes steps once that its cells share, gives all a page, and makes nothing in the next build")
    void makesSharedStepsOnce() {
        TestProject project =
                TestProject.withExecutions("sweep", TestProject.execution("grid", Experiments.QUICK + TWO_BY_TWO));

        Build first = project.run("verify");

        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(first.log().lines().filter(line -> line.contains("teacher of ") && line.contains(": made in ")))
                .as("one teacher for each number of examples")
                .hasSize(2);
        assertThat(first.log().lines().filter(line -> line.contains("student of ") && line.contains(": made in ")))
                .hasSize(4);
        Path sweep = first.experiment("grid");
        JsonNode numbers = JsonMapper.shared().readTree(sweep.resolve("sweep.json"));
        assertThat(numbers.get("cells")).hasSize(4);
        assertThat(sweep.resolve("report/index.html"))
                .content()
                .contains("href=\"../teacher.examples=400,student.epochs=2/report/index.html\"");
        assertThat(sweep.resolve("teacher.examples=800,student.epochs=2/report/index.html"))
                .isRegularFile();

        Build again = project.withoutWorkers().run("clean", "verify");

        assertThat(again.succeeded()).as(again.log()).isTrue();
    }
}
