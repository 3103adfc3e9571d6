package io.github.distillmaven.pipeline.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.worker.WorkerException;

/**
 * What the machine and the build offer to a worker.
 *
 * @param java the {@code java} program
 * @param pluginClasspath the plugin and the libraries that a worker needs
 * @param pluginIdentity the plugin's version; for a snapshot with a digest of its content
 * @param libraries digest over the coordinates and the content of the plugin and of the libraries that may change a result
 * @param runtime the TensorFlow runtime
 * @param instructionSet the newest instruction set that oneDNN may use; where none is known, the architecture
 * @param processor model of the processor; empty if results of other models are to count as the same
 * @param processors number of processors
 * @param machine facts that change no bits, for the record
 */
public record TensorFlowHost(
        Path java,
        List<Path> pluginClasspath,
        String pluginIdentity,
        String libraries,
        Runtime runtime,
        String instructionSet,
        Optional<String> processor,
        int processors,
        SortedMap<String, String> machine) {

    /** A TensorFlow runtime that can be resolved. */
    public interface Runtime {

        /** As users write the device, such as {@code gpu-cuda11}. */
        String name();

        /** Coordinates with the host's classifier: they decide which code computes. */
        String coordinates();

        /** What TensorFlow must call its version there. */
        String tensorflow();

        /** Digest over the names and the content of its jars, known before they are resolved. */
        String jars();

        /**
         * The jars, downloaded if need be.
         *
         * @throws WorkerException if they cannot be had, or are not what {@link #jars} says; the message is for the user
         */
        List<Path> resolve() throws WorkerException;
    }
}
