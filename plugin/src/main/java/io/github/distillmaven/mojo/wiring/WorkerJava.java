package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.distillmaven.worker.launch.JavaInstallation;

/** Chooses the Java that workers run on. */
final class WorkerJava {

    private final Path own;
    private final Consumer<String> log;

    /**
     * @param own the {@code java} program of the JVM that runs Maven
     * @param log is told when the toolchain's is not used
     */
    WorkerJava(Path own, Consumer<String> log) {
        this.own = own;
        this.log = log;
    }

    /**
     * That of the toolchain, unless it is too old: a project may well be built for an older Java.
     *
     * @param toolchain its {@code java} program; empty if the build has none
     */
    Path choose(Optional<Path> toolchain) {
        Optional<JavaInstallation> chosen = toolchain.map(JavaInstallation::of);
        if (chosen.isPresent() && !chosen.get().isSupported()) {
            log.accept("%s: the Java that runs Maven is used instead, %s."
                    .formatted(chosen.get().refusal(), own));
            return own;
        }
        return toolchain.orElse(own);
    }
}
