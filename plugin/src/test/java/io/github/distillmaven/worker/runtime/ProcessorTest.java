package io.github.distillmaven.worker.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.run.InstructionSet;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessorTest {

    private static final String EPYC = """
                processor\t: 0
                vendor_id\t: AuthenticAMD
                cpu family\t: 25
                model\t\t: 17
                model name\t: AMD EPYC 9R14
                flags\t\t: fpu sse4_1 avx avx2 avx512f avx512dq avx512bw avx512vl avx512_bf16 avx512_vnni
                bugs\t\t: spectre_v1

                processor\t: 1
                model name\t: another
                flags\t\t: fpu
                """;

    private static final String ARM = """
                processor\t: 0
                Features\t: fp asimd evtstrm aes sve bf16
                CPU implementer\t: 0x41
                CPU part\t: 0xd40
                """;

    @Test
    void modelAndNewestInstructionSetAreReadFromTheFirstProcessor() throws Exception {
        Processor processor = Processor.parse(EPYC, "amd64");

        assertThat(processor.name()).isEqualTo("AMD EPYC 9R14");
        assertThat(processor.model()).isEqualTo("AuthenticAMD/25/17");
        assertThat(processor.instructionSet(null)).isEqualTo("avx512-core-bf16");
    }

    @Test
    void armTellsNoNameAndNoSet() throws Exception {
        Processor processor = Processor.parse(ARM, "aarch64");

        assertThat(processor.name()).isEqualTo("aarch64");
        assertThat(processor.model()).isEqualTo("0x41/0xd40");
        assertThat(processor.instructionSet(null)).isEqualTo("aarch64");
    }

    @Test
    void anOlderSetOfTheProcessorCanBeChosen() throws Exception {
        assertThat(Processor.parse(EPYC, "amd64").instructionSet(InstructionSet.AVX2))
                .isEqualTo("avx2");
    }

    @Test
    void aSetThatTheProcessorLacksIsRefusedWithThoseItHas() {
        assertThatThrownBy(() -> Processor.parse(EPYC, "amd64").instructionSet(InstructionSet.AVX512_CORE_AMX))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        <instructionSet> is 'avx512-core-amx', which this processor (AMD EPYC 9R14) does not have.
                        It has: sse41, avx, avx2, avx512-core, avx512-core-vnni, avx512-core-bf16.
                        Try: choose one of these with -Ddistill.instructionSet, or leave it out.""");
        assertThatThrownBy(() -> Processor.parse(ARM, "aarch64").instructionSet(InstructionSet.AVX2))
                .hasMessageContaining("It has: none of x86-64.");
    }

    @Test
    void bfloat16NeedsItsInstructions() throws Exception {
        Processor processor = Processor.parse(EPYC, "amd64");
        processor.require(Precision.BFLOAT16, null);
        processor.require(Precision.BFLOAT16, InstructionSet.AVX512_CORE_BF16);
        processor.require(Precision.FLOAT32, InstructionSet.AVX2);

        assertThatThrownBy(() -> processor.require(Precision.BFLOAT16, InstructionSet.AVX512_CORE_VNNI))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        <precision> is 'bfloat16', for which <instructionSet> 'avx512-core-vnni' has no instructions.
                        Try: set <instructionSet> to 'avx512-core-bf16' or a newer one, or <precision> to 'float32'.""");
        assertThatThrownBy(() -> Processor.parse(ARM, "aarch64").require(Precision.BFLOAT16, null))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        <precision> is 'bfloat16', but this processor (aarch64) has neither AVX512_BF16 nor AMX, or the system does not tell.
                        Try: -Ddistill.precision=float32; or -Ddistill.instructionSet=avx512-core-bf16 if you know that it has them.""");
    }

    @Test
    void whereTheSystemDoesNotTellTheUserIsBelieved() throws Exception {
        assertThat(new Processor("amd64", "amd64", "amd64", List.of()).instructionSet(InstructionSet.AVX2))
                .isEqualTo("avx2");
    }

    @ParameterizedTest
    @EnumSource
    void aProcessorWithAllFlagsUpToASetHasThatSet(InstructionSet newest) {
        Set<String> flags = Arrays.stream(InstructionSet.values())
                .filter(set -> set.compareTo(newest) <= 0)
                .flatMap(set -> set.flags().stream())
                .collect(Collectors.toSet());

        assertThat(InstructionSet.within(flags)).last().isEqualTo(newest);
    }

    @Test
    void anIncompleteSetDoesNotCount() {
        assertThat(InstructionSet.within(Set.of("sse4_1", "avx", "avx2", "avx512f")))
                .last()
                .isEqualTo(InstructionSet.AVX2);
    }

    @Test
    void aVeryOldProcessorHasNone() {
        assertThat(InstructionSet.within(Set.of("fpu", "sse2"))).isEmpty();
    }

    @Test
    void thisMachineHasBoth() throws Exception {
        Processor processor = Processor.detect();

        assertThat(processor.name()).isNotBlank();
        assertThat(processor.model()).isNotBlank();
        assertThat(processor.instructionSet(null)).isNotBlank();
    }

    @Test
    void withoutAvxIsRefusedBeforeAnythingStarts() {
        Processor old =
                Processor.parse("model name : Celeron 1007U\nflags : fpu sse sse2 ssse3 sse4_1 sse4_2\n", "amd64");

        assertThatThrownBy(old::requireAvx).isInstanceOf(WorkerException.class).hasMessage("""
                        TensorFlow needs a processor with AVX, which this one (Celeron 1007U) does not have.
                        Try: run the build on a newer processor; in a virtual machine, pass on what the processor of the host has.""");
    }

    @ParameterizedTest
    @CsvSource({"flags : sse4_1 avx, amd64", "Features : asimd, aarch64", "'', amd64"})
    void withAvxOrOfAnotherKindOrUnknownIsTried(String cpuinfo, String architecture) {
        assertThatCode(() -> Processor.parse(cpuinfo, architecture).requireAvx())
                .doesNotThrowAnyException();
    }
}
