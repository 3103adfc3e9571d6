package io.github.distillmaven.pipeline.engine;

import java.util.List;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

@DisplayName("The TensorFlow that a key stands for")
class ExpectedRuntimeTest {

    private final ExpectedRuntime expected = new ExpectedRuntime("2.18.0", "cpu:1.1.0:linux-x86_64");

    @Test
    @DisplayName("lets the worker name its own Java, not Maven's")
    void recordsWhatTheWorkerSays() throws Exception {
        assertThat(expected.facts(started("2.18.0")))
                .containsExactly(
                        entry("devices", "CPU:0"), entry("java", "Elsewhere 21.0.1"), entry("tensorflow", "2.18.0"));
    }

    @Test
    @DisplayName("is the one that the worker runs, or nothing is computed")
    void refusesAnother() {
        assertThatThrownBy(() -> expected.facts(started("2.16.2")))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        The worker runs TensorFlow 2.16.2, but the key of this step stands for TensorFlow 2.18.0 (cpu:1.1.0:linux-x86_64). Nothing was computed.
                        Try: remove what brings another TensorFlow into the worker, such as a library in LD_LIBRARY_PATH or in the cache folder of JavaCPP.""");
    }

    private static Event.Started started(String tensorflow) {
        return new Event.Started(tensorflow, List.of("CPU:0"), false, 1, "Elsewhere 21.0.1");
    }
}
