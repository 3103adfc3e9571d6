package io.github.distillmaven.pipeline.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.run.InstructionSet;
import io.github.distillmaven.extension.option.ValueType;

/**
 * The environment variables that decide what a worker computes: it gets the same whatever the build was started with. Those
 * that say where system libraries lie have to pass, since CUDA may be found by them alone; so they are part of the key.
 */
final class WorkerVariables {

    /** Beginnings of names that a worker does not get from the build: they steer libraries or bring code in. */
    static final List<String> FOREIGN = List.of(
            "TF_",
            "XLA_",
            "ONEDNN_",
            "DNNL_",
            "MKL_",
            "OMP_",
            "GOMP_",
            "KMP_",
            "OPENBLAS_",
            "BLIS_",
            "EIGEN_",
            "NVIDIA_TF32",
            "CUBLAS_",
            "CUDNN_",
            "GLIBC_TUNABLES",
            "LD_PRELOAD",
            "LD_AUDIT",
            "LD_HWCAP",
            "DYLD_INSERT",
            "DYLD_FRAMEWORK",
            "DYLD_VERSIONED",
            "CLASSPATH",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "JDK_AOT_VM_OPTIONS",
            "_JAVA_OPTIONS",
            "OPENJ9_JAVA_OPTIONS",
            "IBM_JAVA_OPTIONS");

    private static final List<String> LIBRARY_PATHS =
            List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH");

    private final Map<String, String> inherited;

    /** @param inherited those that the build was started with */
    WorkerVariables(Map<String, String> inherited) {
        this.inherited = inherited;
    }

    /** Those of the build that a worker gets and that may change bits, by name. */
    SortedMap<String, String> keyed() {
        SortedMap<String, String> keyed = new TreeMap<>();
        for (String name : LIBRARY_PATHS) {
            String value = inherited.getOrDefault(name, "");
            if (!value.isEmpty()) {
                keyed.put(name, value);
            }
        }
        return keyed;
    }

    /**
     * Those that every worker gets.
     *
     * @param small whether it is for networks side by side: one thread an operation, without oneDNN, which costs more than it saves there
     * @param threads of an operation of other networks
     * @param instructionSet the newest that oneDNN may use, as keys name it
     */
    static Map<String, String> set(boolean small, int threads, String instructionSet) {
        return Map.of(
                "TF_NUM_INTRAOP_THREADS", Integer.toString(small ? 1 : threads),
                "TF_NUM_INTEROP_THREADS", "1",
                "TF_DETERMINISTIC_OPS", "1",
                "TF_ENABLE_ONEDNN_OPTS", small ? "0" : "1",
                "ONEDNN_MAX_CPU_ISA", newest(instructionSet),
                "TF_XLA_FLAGS", "",
                "TF_FORCE_GPU_ALLOW_GROWTH", "true");
    }

    /** On processors that are not of x86-64 there is nothing to choose from. */
    private static String newest(String instructionSet) {
        return Arrays.stream(InstructionSet.values())
                .filter(set -> ValueType.canonical(set).equals(instructionSet))
                .map(InstructionSet::name)
                .findFirst()
                .orElse("ALL");
    }
}
