package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A contestant")
class StepContestantTest {

    @Test
    @DisplayName("is read between what its libraries print")
    void readsMeasurements() {
        assertThat(StepContestant.measured(
                        List.of("oneDNN is on", "training 712.5", "training goes on", "peak 812", "other 3")))
                .containsExactly(Map.entry("training", 712.5), Map.entry("peak", 812.0));
    }

    @Test
    @DisplayName("that measures nothing is told with its last words")
    void tellsOfFailure() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThatThrownBy(() -> new StepContestant("nobody", List.of(java, "--no-such-option"), Map.of()).run())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("nobody ended with 1:")
                .hasMessageContaining("--no-such-option");
    }
}
