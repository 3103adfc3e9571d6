package io.github.distillmaven.worker.launch;

import java.nio.file.Path;

/**
 * A JVM that is to be started and to connect to the build.
 *
 * @param jvm what it is started with
 * @param folder where it runs; made if need be, and there as long as the JVM
 * @param log the file that both native streams go to; its folder exists
 * @param label names the work in messages
 * @param role names the JVM in messages, such as {@code worker}
 */
public record JvmLaunch(WorkerJvm jvm, Path folder, Path log, String label, String role) {

    public JvmLaunch {
        folder = folder.toAbsolutePath();
        log = log.toAbsolutePath();
    }
}
