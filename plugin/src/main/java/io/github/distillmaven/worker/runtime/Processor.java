package io.github.distillmaven.worker.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.run.InstructionSet;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.worker.WorkerException;
import org.jspecify.annotations.Nullable;

/**
 * The processor of this machine.
 *
 * @param name for people
 * @param model what tells it from processors that compute other digits with the same instructions, as their caches differ;
 *     as exact as the system says it
 * @param architecture such as {@code amd64} or {@code aarch64}
 * @param instructionSets those that it has, from the oldest; empty if it has none of x86-64, or the system does not tell
 */
public record Processor(String name, String model, String architecture, List<InstructionSet> instructionSets) {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final List<String> X86 = List.of("amd64", "x86_64");

    /** Looks at this machine. */
    public static Processor detect() {
        String architecture = System.getProperty("os.arch");
        try {
            return parse(Files.readString(CPUINFO), architecture);
        } catch (IOException notLinux) {
            String windows = System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", architecture);
            return new Processor(windows, windows, architecture, List.of());
        }
    }

    /**
     * @param cpuinfo what Linux shows as {@code /proc/cpuinfo}
     * @param architecture stands in for what is not there
     */
    static Processor parse(String cpuinfo, String architecture) {
        Set<String> flags =
                Arrays.stream(field(cpuinfo, "flags").orElse("").split(" ")).collect(Collectors.toSet());
        String x86 = join(cpuinfo, "vendor_id", "cpu family", "model");
        String model = x86.isEmpty() ? join(cpuinfo, "CPU implementer", "CPU part") : x86;
        return new Processor(
                field(cpuinfo, "model name").orElse(architecture),
                model.isEmpty() ? architecture : model,
                architecture,
                InstructionSet.within(flags));
    }

    private static String join(String cpuinfo, String... fields) {
        return Arrays.stream(fields)
                .flatMap(name -> field(cpuinfo, name).stream())
                .collect(Collectors.joining("/"));
    }

    /**
     * What oneDNN computes with: it changes the last digits of results.
     *
     * @param newest that the user allows, if there is a bound
     * @return an {@link InstructionSet} as users write it; the architecture, where none is known
     * @throws WorkerException if the processor does not have what the user wants
     */
    public String instructionSet(@Nullable InstructionSet newest) throws WorkerException {
        if (newest == null) {
            return instructionSets.isEmpty()
                    ? architecture
                    : ValueType.canonical(instructionSets.get(instructionSets.size() - 1));
        }
        boolean unknown = instructionSets.isEmpty() && X86.contains(architecture);
        if (!unknown && !instructionSets.contains(newest)) {
            throw new WorkerException("""
                    <instructionSet> is '%s', which this processor (%s) does not have.
                    It has: %s.
                    Try: choose one of these with -Ddistill.instructionSet, or leave it out.""".formatted(
                    ValueType.canonical(newest),
                    name,
                    instructionSets.isEmpty()
                            ? "none of x86-64"
                            : instructionSets.stream().map(ValueType::canonical).collect(Collectors.joining(", "))));
        }
        return ValueType.canonical(newest);
    }

    /**
     * Checks that a training can compute with a precision at its full speed.
     *
     * @param newest instruction set that the user allows, if there is a bound
     * @throws WorkerException if it cannot, or the system does not tell
     */
    public void require(Precision precision, @Nullable InstructionSet newest) throws WorkerException {
        if (precision != Precision.BFLOAT16) {
            return;
        }
        if (newest != null && !newest.hasBfloat16()) {
            throw new WorkerException("""
                    <precision> is 'bfloat16', for which <instructionSet> '%s' has no instructions.
                    Try: set <instructionSet> to 'avx512-core-bf16' or a newer one, or <precision> to 'float32'.""".formatted(ValueType.canonical(newest)));
        }
        if (newest == null && instructionSets.stream().noneMatch(InstructionSet::hasBfloat16)) {
            throw new WorkerException("""
                    <precision> is 'bfloat16', but this processor (%s) has neither AVX512_BF16 nor AMX, or the system does not tell.
                    Try: -Ddistill.precision=float32; or -Ddistill.instructionSet=avx512-core-bf16 if you know that it has them.""".formatted(name));
        }
    }

    /**
     * Checks that TensorFlow runs on it at all: its natives use AVX without asking, and the worker would die without a word.
     *
     * @throws WorkerException if it is of x86-64 and known to lack AVX
     */
    public void requireAvx() throws WorkerException {
        boolean known = X86.contains(architecture) && !instructionSets.isEmpty();
        if (known && !instructionSets.contains(InstructionSet.AVX)) {
            throw new WorkerException("""
                    TensorFlow needs a processor with AVX, which this one (%s) does not have.
                    Try: run the build on a newer processor; in a virtual machine, pass on what the processor of the host has.""".formatted(name));
        }
    }

    private static Optional<String> field(String cpuinfo, String name) {
        return cpuinfo.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .map(parts -> parts[1].strip())
                .findFirst();
    }
}
