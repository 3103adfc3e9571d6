package io.github.distillmaven.it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The runtime of tensorflow-core-platform-gpu")
class GpuRuntimeIT {

    @Test
    @DisplayName("runs on a machine without a GPU, and says so")
    @EnabledIfEnvironmentVariable(
            named = "DISTILL_TEST_GPU_RUNTIME",
            matches = "true",
            disabledReason = "it downloads 487 MB; set DISTILL_TEST_GPU_RUNTIME=true to run it")
    void runsWithoutGpu() {
        Build build = TestProject.withExecutions("gpu-cuda11", TestProject.execution("x", Experiments.QUICK))
                .with("distill.device", "gpu-cuda11")
                .run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        assertThat(build.log())
                .contains("[WARNING] x: TensorFlow 2.10.1 (distill.device=gpu-cuda11) found no GPU here;"
                        + " it computes on the processor.");
        assertThat(Results.step(build, "x", "teacher")
                        .get("machine")
                        .get("tensorflow")
                        .asString())
                .isEqualTo("2.10.1");
    }
}
