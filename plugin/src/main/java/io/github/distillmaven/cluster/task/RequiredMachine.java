package io.github.distillmaven.cluster.task;

import java.util.Optional;

import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.worker.runtime.Processor;

/**
 * The machine that the keys of a build's results stand for: the digits that another computes may differ.
 *
 * @param platform as {@code os.name} and {@code os.arch} say it
 * @param instructionSet the newest that oneDNN may use; where none is known, the architecture
 * @param model of the processor; empty if results of other models are to count as the same
 */
public record RequiredMachine(String platform, String instructionSet, String model) {

    /** What a build asks for that runs on a machine as this one. */
    public static RequiredMachine of(String instructionSet, Optional<String> model) {
        return new RequiredMachine(platformHere(), instructionSet, model.orElse(""));
    }

    /**
     * Why a machine is not such a one; empty if it is.
     *
     * @param here the platform of that machine
     */
    public Optional<String> refusal(String here, Processor processor) {
        if (!platform.equals(here)) {
            return Optional.of(
                    "it is %s, but the build's own machine is %s, and so are the native libraries that the build has.\nTry: run executors on machines of one kind, and the build on such a machine too."
                            .formatted(here, platform));
        }
        boolean unknown = processor.instructionSets().isEmpty();
        boolean has = processor.instructionSets().stream()
                .anyMatch(set -> ValueType.canonical(set).equals(instructionSet));
        if (!has && !(unknown && processor.architecture().equals(instructionSet))) {
            return Optional.of(
                    "its processor (%s) does not have the instruction set '%s', which the keys of the results stand for.\nTry: choose one with -Ddistill.instructionSet that all executors have."
                            .formatted(processor.name(), instructionSet));
        }
        if (!model.isEmpty() && !model.equals(processor.model())) {
            return Optional.of(
                    "its processor is %s (%s), but the keys of the results stand for %s, which may compute other last digits.\nTry: name an instruction set that all executors have, such as -Ddistill.instructionSet=%s; results of other models count as the same then."
                            .formatted(processor.name(), processor.model(), model, instructionSet));
        }
        return Optional.empty();
    }

    /** The platform of this JVM. */
    public static String platformHere() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }
}
