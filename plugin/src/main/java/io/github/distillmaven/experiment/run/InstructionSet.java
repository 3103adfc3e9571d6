package io.github.distillmaven.experiment.run;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The instruction sets of x86-64 that oneDNN tells apart, from the oldest, by the names that its variable
 * {@code ONEDNN_MAX_CPU_ISA} takes. It computes with the newest that the processor has.
 */
public enum InstructionSet {
    SSE41("sse4_1"),
    AVX("avx"),
    AVX2("avx2"),
    AVX2_VNNI("avx2", "avx_vnni"),
    AVX2_VNNI_2("avx2", "avx_vnni", "avx_vnni_int8", "avx_ne_convert"),
    AVX512_CORE("avx512f", "avx512bw", "avx512vl", "avx512dq"),
    AVX512_CORE_VNNI(AVX512_CORE, "avx512_vnni"),
    AVX512_CORE_BF16(AVX512_CORE_VNNI, "avx512_bf16"),
    AVX512_CORE_FP16(AVX512_CORE_BF16, "avx512_fp16"),
    AVX512_CORE_AMX(AVX512_CORE_FP16, "amx_tile", "amx_int8", "amx_bf16"),
    AVX512_CORE_AMX_FP16(AVX512_CORE_AMX, "amx_fp16");

    private final List<String> flags;

    InstructionSet(String... flags) {
        this.flags = List.of(flags);
    }

    InstructionSet(InstructionSet base, String... more) {
        this.flags = Stream.concat(base.flags.stream(), Arrays.stream(more)).toList();
    }

    /** What a processor must have, as Linux names it in {@code /proc/cpuinfo}. */
    public List<String> flags() {
        return flags;
    }

    /** Whether it computes with bfloat16 in hardware. */
    public boolean hasBfloat16() {
        return flags.contains("avx512_bf16");
    }

    /**
     * The sets that a processor has, from the oldest.
     *
     * @param flags as Linux names them in {@code /proc/cpuinfo}
     */
    public static List<InstructionSet> within(Set<String> flags) {
        return Arrays.stream(values())
                .filter(set -> flags.containsAll(set.flags))
                .toList();
    }
}
