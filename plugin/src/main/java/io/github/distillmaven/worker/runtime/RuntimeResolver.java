package io.github.distillmaven.worker.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.worker.WorkerException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds the jars of a TensorFlow runtime through Maven's own resolver, so that the user's mirrors, proxies, credentials
 * and offline mode apply. Natives are resolved for one platform alone.
 */
public final class RuntimeResolver {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /**
     * @param system Maven's resolver
     * @param session of the running build
     * @param repositories where the project gets its plugins from
     */
    public RuntimeResolver(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    /**
     * Resolves a runtime, downloading what the local repository lacks.
     *
     * @return its jars, in the order of the class path
     * @throws WorkerException if the device has no runtime on the platform, or an artifact cannot be had
     */
    public List<Path> resolve(Device device, Platform platform) throws WorkerException {
        SupportedPlatforms.require(device, platform);
        CollectRequest wanted = new CollectRequest();
        wanted.setRepositories(repositories);
        roots(device, platform).forEach(root -> wanted.addDependency(new Dependency(root, "runtime")));
        DependencyRequest request = new DependencyRequest(wanted, (node, parents) -> runsOn(platform, node));
        try {
            return system.resolveDependencies(session, request).getArtifactResults().stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new WorkerException(message(device, platform, e), e);
        }
    }

    /** The version of the runtime of a device, such as {@code 1.1.0}: that of TensorFlow Java, not of TensorFlow. */
    public static String version(Device device) {
        return new DefaultArtifact(coordinates(device)[0]).getVersion();
    }

    private static List<Artifact> roots(Device device, Platform platform) {
        return Arrays.stream(coordinates(device))
                .map(coordinates -> coordinates.replace("{platform}", platform.classifier()))
                .<Artifact>map(DefaultArtifact::new)
                .toList();
    }

    /** What the TensorFlow of a device's runtime calls its version, such as {@code 2.18.0}. */
    public static String tensorflow(Device device) {
        return property(device, ".tensorflow");
    }

    /** The runtime of a device on a platform, as keys name it. */
    public static String describe(Device device, Platform platform) {
        return ValueType.canonical(device) + ":" + version(device) + ":" + platform.classifier();
    }

    /** File names of a runtime's jars, in the order of the class path. */
    static List<String> jars(Device device, Platform platform) {
        return List.of(property(device, ".jars")
                .replace("{platform}", platform.classifier())
                .split("\\s+"));
    }

    private static String[] coordinates(Device device) {
        return property(device, "").split("\\s+");
    }

    private static String property(Device device, String suffix) {
        return properties("runtimes.properties").getProperty(ValueType.canonical(device) + suffix);
    }

    static Properties properties(String resource) {
        Properties properties = new Properties();
        try (InputStream in = RuntimeResolver.class.getResourceAsStream(resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static boolean runsOn(Platform platform, DependencyNode node) {
        String classifier = node.getArtifact() == null ? "" : node.getArtifact().getClassifier();
        return Stream.of("", platform.classifier(), platform.classifier() + "-gpu")
                .anyMatch(classifier::equals);
    }

    private String message(Device device, Platform platform, DependencyResolutionException e) {
        List<Artifact> missing = e.getResult() == null
                ? List.of()
                : e.getResult().getArtifactResults().stream()
                        .filter(result -> !result.isResolved())
                        .map(result -> result.getRequest().getArtifact())
                        .toList();
        // Without any result it is a POM that could not be had, of these or of what they depend on.
        List<Artifact> wanted = missing.isEmpty() ? roots(device, platform) : missing;
        return """
                The TensorFlow runtime for the device '%s' on %s could not be resolved.
                Missing: %s
                Repositories: %s%s
                Maven says: %s
                Try: %s""".formatted(
                        ValueType.canonical(device),
                        platform.classifier(),
                        wanted.stream().map(Artifact::toString).collect(Collectors.joining(", ")),
                        repositories.stream().map(RemoteRepository::getId).collect(Collectors.joining(", ")),
                        session.isOffline() ? " (Maven is offline)" : "",
                        e.getMessage(),
                        session.isOffline()
                                ? "run the build once without -o; the runtime then stays in the local repository."
                                : "check the network, and the mirrors and proxies in settings.xml.");
    }
}
