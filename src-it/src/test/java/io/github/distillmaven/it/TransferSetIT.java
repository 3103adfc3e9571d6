package io.github.distillmaven.it;

import java.nio.file.Files;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A transfer set that no student could learn from")
class TransferSetIT {

    @Test
    @DisplayName("fails the build with its numbers, and does so again until it is allowed")
    void tooSmall() {
        TestProject project = TestProject.withExecutions("small", TestProject.execution("x", """
                        <teacher><network>mlp</network><epochs>1</epochs></teacher>
                        <transfer>
                          <inputs>synthetic-digits</inputs><keep>wrong</keep>
                          <minimumSize>12000</minimumSize><allowSmall>${small}</allowSmall>
                        </transfer>
                        <student><network>linear</network><epochs>1</epochs></student>
                        """))
                .onSharedStore();

        Build first = project.with("small", "false").run("verify");
        Build again = project.run("verify");
        boolean studentTrained = Files.exists(again.experiment("x").resolve("student"));
        Build allowed = project.with("small", "true").run("verify");

        assertThat(first.error()).matches(Pattern.compile("""
                        Experiment 'x': The transfer set is not enough to train a student on: it has (\\d+) examples, fewer than <transfer><minimumSize>12000</minimumSize>.
                        Of 12000 inputs \\(synthetic-digits\\) keep=wrong kept \\1.
                        Given labels: 0: \\d+, 1: \\d+, 2: \\d+, 3: \\d+, 4: \\d+, 5: \\d+, 6: \\d+, 7: \\d+, 8: \\d+, 9: \\d+.
                        The teacher errs on \\d+.\\d% of the inputs alone. Let it err more: fewer <teacher><epochs>. Or accept the set as it is: <transfer><allowSmall>true</allowSmall>."""));
        assertThat(again.error()).isEqualTo(first.error());
        assertThat(studentTrained).isFalse();
        assertThat(allowed.succeeded()).as(allowed.log()).isTrue();
        assertThat(allowed.log()).contains("transfer: up to date");
        JsonNode transfer = Results.arm(
                        Results.of(allowed, "x").get("replicates").get(0), "student")
                .get("transfer");
        assertThat(transfer.get("wrong")).isEqualTo(transfer.get("size"));
    }
}
