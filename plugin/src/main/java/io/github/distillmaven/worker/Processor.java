package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processor of this machine.
 *
 * @param model its name, for provenance
 * @param instructionSet the name of the {@link InstructionSet}; where the system does not tell, the architecture, such as
 *     {@code aarch64}. It changes the last digits of results.
 */
public record Processor(String model, String instructionSet) {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    /** Looks at this machine. */
    public static Processor detect() {
        String architecture = System.getProperty("os.arch");
        try {
            return parse(Files.readString(CPUINFO), architecture);
        } catch (IOException notLinux) {
            return new Processor(architecture, architecture);
        }
    }

    /**
     * @param cpuinfo what Linux shows as {@code /proc/cpuinfo}
     * @param architecture stands in for what is not there
     */
    static Processor parse(String cpuinfo, String architecture) {
        Set<String> flags =
                Arrays.stream(field(cpuinfo, "flags").orElse("").split(" ")).collect(Collectors.toSet());
        return new Processor(
                field(cpuinfo, "model name").orElse(architecture),
                InstructionSet.best(flags).map(InstructionSet::name).orElse(architecture));
    }

    private static Optional<String> field(String cpuinfo, String name) {
        return cpuinfo.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .map(parts -> parts[1].strip())
                .findFirst();
    }
}
