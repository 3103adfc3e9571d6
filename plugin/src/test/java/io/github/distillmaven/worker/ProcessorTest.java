package io.github.distillmaven.worker;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorTest {

    @Test
    void modelAndNewestInstructionSetAreReadFromTheFirstProcessor() {
        String cpuinfo = """
                processor\t: 0
                model name\t: AMD EPYC 9R14
                flags\t\t: fpu sse4_1 avx avx2 avx512f avx512dq avx512bw avx512vl avx512_bf16 avx512_vnni
                bugs\t\t: spectre_v1

                processor\t: 1
                model name\t: another
                flags\t\t: fpu
                """;

        assertThat(Processor.parse(cpuinfo, "amd64")).isEqualTo(new Processor("AMD EPYC 9R14", "AVX512_CORE_BF16"));
    }

    @Test
    void armTellsNeither() {
        String cpuinfo = """
                processor\t: 0
                Features\t: fp asimd evtstrm aes sve bf16
                """;

        assertThat(Processor.parse(cpuinfo, "aarch64")).isEqualTo(new Processor("aarch64", "aarch64"));
    }

    @ParameterizedTest
    @EnumSource
    void aProcessorWithAllFlagsUpToASetHasThatSet(InstructionSet newest) {
        Set<String> flags = Arrays.stream(InstructionSet.values())
                .filter(set -> set.compareTo(newest) <= 0)
                .flatMap(set -> set.flags().stream())
                .collect(Collectors.toSet());

        assertThat(InstructionSet.best(flags)).contains(newest);
    }

    @Test
    void anIncompleteSetDoesNotCount() {
        assertThat(InstructionSet.best(Set.of("sse4_1", "avx", "avx2", "avx512f")))
                .contains(InstructionSet.AVX2);
    }

    @Test
    void aVeryOldProcessorHasNone() {
        assertThat(InstructionSet.best(Set.of("fpu", "sse2"))).isEmpty();
    }

    @Test
    void thisMachineHasBoth() {
        Processor processor = Processor.detect();

        assertThat(processor.model()).isNotBlank();
        assertThat(processor.instructionSet()).isNotBlank();
    }
}
