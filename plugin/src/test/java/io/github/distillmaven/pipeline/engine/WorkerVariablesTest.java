package io.github.distillmaven.pipeline.engine;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@DisplayName("The environment variables of a worker")
class WorkerVariablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF_ENABLE_ONEDNN_OPTS",
                "TF_USE_LEGACY_KERAS",
                "XLA_FLAGS",
                "ONEDNN_MAX_CPU_ISA",
                "DNNL_DEFAULT_FPMATH_MODE",
                "OMP_NUM_THREADS",
                "GOMP_CPU_AFFINITY",
                "MKL_CBWR",
                "NVIDIA_TF32_OVERRIDE",
                "CUBLAS_WORKSPACE_CONFIG",
                "GLIBC_TUNABLES",
                "LD_PRELOAD",
                "LD_AUDIT",
                "DYLD_INSERT_LIBRARIES",
                "CLASSPATH",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "_JAVA_OPTIONS"
            })
    void areNotThoseOfTheBuildThatSteerLibrariesOrBringCodeIn(String name) {
        assertThat(WorkerVariables.FOREIGN).anyMatch(name::startsWith);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "PATH", "HOME", "JAVA_HOME", "LANG"})
    void areTheOthersOfTheBuild(String name) {
        assertThat(WorkerVariables.FOREIGN).noneMatch(name::startsWith);
    }

    @Test
    void countWhereTheySayWhichSystemLibrariesAreLoaded() {
        WorkerVariables variables =
                new WorkerVariables(Map.of("LD_LIBRARY_PATH", "/opt/cuda", "DYLD_LIBRARY_PATH", "", "PATH", "/bin"));

        assertThat(variables.keyed()).containsExactly(entry("LD_LIBRARY_PATH", "/opt/cuda"));
        assertThat(List.copyOf(new WorkerVariables(Map.of()).keyed().keySet())).isEmpty();
    }
}
