package io.github.distillmaven.mojo.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.worker.WorkerException;
import org.apache.maven.artifact.Artifact;

/**
 * The plugin's own jar and its libraries, as far as they compute. What users add below the plugin's {@code <dependencies>}, such as a
 * network, reaches a worker behind them; and since it may replace a library as well, all of it counts then.
 *
 * @param worker the jars that a worker gets, besides TensorFlow, in the order of its class path: the plugin's by name, since Mavens 3 and 4
 *     resolve them in different orders, and then what users add, as it was resolved
 */
record PluginLibraries(List<Artifact> worker) {

    /** What the classes that run in a worker need; a test holds this. */
    static final Set<String> NEEDED = Set.of(
            "commons-io:commons-io",
            "org.apache.commons:commons-numbers-arrays",
            "org.apache.commons:commons-numbers-combinatorics",
            "org.apache.commons:commons-numbers-core",
            "org.apache.commons:commons-numbers-fraction",
            "org.apache.commons:commons-numbers-gamma",
            "org.apache.commons:commons-numbers-rootfinder",
            "org.apache.commons:commons-rng-client-api",
            "org.apache.commons:commons-rng-core",
            "org.apache.commons:commons-rng-sampling",
            "org.apache.commons:commons-rng-simple",
            "org.apache.commons:commons-statistics-descriptive",
            "org.apache.commons:commons-statistics-distribution",
            "org.apache.commons:commons-statistics-inference",
            "org.apache.commons:commons-statistics-ranking",
            "org.apache.commons:commons-text",
            "com.fasterxml.jackson.core:jackson-annotations",
            "tools.jackson.core:jackson-core",
            "tools.jackson.core:jackson-databind");

    private static final Set<String> RUNTIME = Set.of("org.tensorflow", "org.bytedeco");

    /**
     * Sorts what Maven resolved for the plugin.
     *
     * @param plugin its group and artifact id, with a colon between them
     * @param resolved the plugin and all that it depends on
     * @param extended whether the POM has {@code <dependencies>} for the plugin
     * @throws WorkerException if TensorFlow is among it
     */
    static PluginLibraries of(String plugin, List<Artifact> resolved, boolean extended) throws WorkerException {
        refuseTensorFlow(resolved);
        Predicate<Artifact> needed = artifact ->
                !artifact.hasClassifier() && (name(artifact).equals(plugin) || NEEDED.contains(name(artifact)));
        Stream<Artifact> added = extended ? resolved.stream().filter(needed.negate()) : Stream.empty();
        Stream<Artifact> own = resolved.stream().filter(needed).sorted(Comparator.comparing(Artifact::getId));
        return new PluginLibraries(Stream.concat(own, added).toList());
    }

    private static void refuseTensorFlow(List<Artifact> resolved) throws WorkerException {
        List<Artifact> runtime = resolved.stream()
                .filter(artifact -> RUNTIME.contains(artifact.getGroupId()))
                .toList();
        if (!runtime.isEmpty()) {
            throw new WorkerException(
                    """
                    The <dependencies> of distill-maven-plugin bring %s. A worker runs the TensorFlow that <device> names and no other, so they would have no effect.
                    Try: remove them (or exclude these, if something else brings them), and choose a runtime with <device> or -Ddistill.device: cpu, gpu or gpu-cuda11.""".formatted(runtime.stream().map(Artifact::getId).collect(Collectors.joining(", "))));
        }
    }

    /** The class path of a worker, TensorFlow apart. */
    List<Path> classpath() {
        return worker.stream().map(artifact -> artifact.getFile().toPath()).toList();
    }

    /** Digest over the coordinates and the content of every jar. */
    String digest(FileDigests digests) {
        StringBuilder list = new StringBuilder();
        for (Artifact artifact : worker) {
            list.append(artifact.getId() + " " + content(artifact.getFile().toPath(), digests) + "\n");
        }
        return Digests.ofText(list.toString());
    }

    /** Digest of a jar; in a reactor without packages, of a folder of classes. */
    static String content(Path jar, FileDigests digests) {
        try {
            return Files.isDirectory(jar) ? Digests.ofText(Digests.ofFolder(jar).toString()) : digests.of(jar);
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's library " + jar + " cannot be read", e);
        }
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }
}
