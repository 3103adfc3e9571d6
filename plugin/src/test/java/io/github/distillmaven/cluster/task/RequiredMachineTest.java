package io.github.distillmaven.cluster.task;

import java.util.List;

import io.github.distillmaven.experiment.run.InstructionSet;
import io.github.distillmaven.worker.runtime.Processor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The machine that keys stand for")
class RequiredMachineTest {

    private static final String LINUX = "Linux on amd64";
    private static final Processor AVX2 = new Processor(
            "Older", "Vendor/6/1", "amd64", List.of(InstructionSet.SSE41, InstructionSet.AVX, InstructionSet.AVX2));

    @Test
    void mayBeAnyWithTheInstructionSetWhereOneIsNamed() {
        assertThat(new RequiredMachine(LINUX, "avx2", "").refusal(LINUX, AVX2)).isEmpty();
        assertThat(new RequiredMachine(LINUX, "avx2", "Vendor/6/1").refusal(LINUX, AVX2))
                .isEmpty();
        assertThat(new RequiredMachine(LINUX, "aarch64", "")
                        .refusal(LINUX, new Processor("Arm", "41/d0c", "aarch64", List.of())))
                .isEmpty();
    }

    @Test
    void isNoneThatComputesOtherDigits() {
        assertThat(new RequiredMachine(LINUX, "avx512-core", "").refusal(LINUX, AVX2))
                .contains("""
                its processor (Older) does not have the instruction set 'avx512-core', which the keys of the results stand for.
                Try: choose one with -Ddistill.instructionSet that all executors have.""");
        assertThat(new RequiredMachine(LINUX, "avx2", "Vendor/6/2").refusal(LINUX, AVX2))
                .contains("""
                its processor is Older (Vendor/6/1), but the keys of the results stand for Vendor/6/2, which may compute other last digits.
                Try: name an instruction set that all executors have, such as -Ddistill.instructionSet=avx2; results of other models count as the same then.""");
    }

    @Test
    void isNoneThatTheNativesOfTheBuildAreNotFor() {
        assertThat(new RequiredMachine(LINUX, "avx2", "").refusal("Mac OS X on aarch64", AVX2))
                .contains("""
                it is Mac OS X on aarch64, but the build's own machine is Linux on amd64, and so are the native libraries that the build has.
                Try: run executors on machines of one kind, and the build on such a machine too.""");
    }
}
