package io.github.distillmaven.worker.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.worker.WorkerException;

/**
 * The jars that a TensorFlow runtime consists of, by the digests that its key stands for. Since they are known before the
 * jars are, a result can be looked up where TensorFlow was never downloaded; and what is downloaded is held against them.
 */
public final class RuntimeJars {

    private final String runtime;
    private final Map<String, String> digests;

    private RuntimeJars(String runtime, Map<String, String> digests) {
        this.runtime = runtime;
        this.digests = digests;
    }

    /** How the digest of a file is found. */
    @FunctionalInterface
    public interface Digester {

        /** SHA-256 of the file's content, in lower-case hex. */
        String of(Path file) throws IOException;
    }

    /**
     * The jars of a device's runtime on a platform.
     *
     * @throws WorkerException if there is no such runtime
     */
    public static RuntimeJars of(Device device, Platform platform) throws WorkerException {
        SupportedPlatforms.require(device, platform);
        Properties known = RuntimeResolver.properties("runtime-jars.properties");
        Map<String, String> digests = new LinkedHashMap<>();
        for (String jar : RuntimeResolver.jars(device, platform)) {
            digests.put(jar, known.getProperty(jar));
        }
        return new RuntimeJars(RuntimeResolver.describe(device, platform), digests);
    }

    /** One {@code digest  name} a line, in the order of the class path. */
    public String list() {
        return digests.entrySet().stream()
                .map(jar -> jar.getValue() + "  " + jar.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Checks that jars are the ones.
     *
     * @param resolved the jars that Maven found
     * @return the same, in the order of the class path
     * @throws WorkerException if there are others, too few, or one has other bytes
     */
    public List<Path> require(List<Path> resolved, Digester digester) throws WorkerException {
        Map<String, Path> found = new LinkedHashMap<>();
        resolved.forEach(jar -> found.put(jar.getFileName().toString(), jar));
        if (!found.keySet().equals(digests.keySet()) || found.size() != resolved.size()) {
            throw new WorkerException("""
                    The TensorFlow runtime %s consists of %s, but Maven resolved %s.
                    Try: remove what changes the dependencies of org.tensorflow in your repository or its mirror.""".formatted(runtime, String.join(", ", digests.keySet()), resolved));
        }
        List<Path> ordered = new ArrayList<>();
        for (Map.Entry<String, String> jar : digests.entrySet()) {
            Path path = Objects.requireNonNull(found.get(jar.getKey()));
            requireBytes(path, jar.getValue(), digester);
            ordered.add(path);
        }
        return ordered;
    }

    private void requireBytes(Path jar, String expected, Digester digester) throws WorkerException {
        String actual;
        try {
            actual = digester.of(jar);
        } catch (IOException e) {
            throw new WorkerException("%s cannot be read: %s".formatted(jar, e.getMessage()), e);
        }
        if (!actual.equals(expected)) {
            throw new WorkerException("""
                    %s is not the published jar of the TensorFlow runtime %s: its SHA-256 is %s, not %s.
                    Try: delete the folder %s, so that Maven downloads it again.""".formatted(jar, runtime, actual, expected, jar.getParent()));
        }
    }
}
