package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.distillmaven.cluster.ClusterHost;
import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.worker.WorkerException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The Apache Spark that Maven's own resolver finds, with the user's mirrors, proxies, credentials and offline mode.
 *
 * @param system Maven's resolver
 * @param session of the running build
 * @param repositories where the project gets its plugins from
 */
record ResolvedSpark(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories)
        implements ClusterHost.Spark {

    @Override
    public List<Path> resolve(ClusterPolicy cluster) throws WorkerException {
        CollectRequest wanted = new CollectRequest();
        wanted.setRepositories(repositories);
        cluster.artifacts()
                .forEach(artifact -> wanted.addDependency(new Dependency(new DefaultArtifact(artifact), "runtime")));
        try {
            return system
                    .resolveDependencies(session, new DependencyRequest(wanted, (node, parents) -> runsHere(node)))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new WorkerException(
                    """
                    Apache Spark %s, which <cluster> asks for, could not be resolved.
                    Repositories: %s%s
                    Maven says: %s
                    Try: %s""".formatted(
                            cluster.version(),
                            repositories.stream().map(RemoteRepository::getId).collect(Collectors.joining(", ")),
                            session.isOffline() ? " (Maven is offline)" : "",
                            e.getMessage(),
                            session.isOffline()
                                    ? "run the build once without -o; Spark then stays in the local repository."
                                    : "check that there is such a version, the network, and the mirrors and proxies in settings.xml."),
                    e);
        }
    }

    /** Natives of other systems are of no use. */
    private static boolean runsHere(DependencyNode node) {
        String classifier = node.getArtifact() == null ? "" : node.getArtifact().getClassifier();
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String prefix = system.startsWith("mac") ? "osx-" : system.startsWith("windows") ? "windows-" : "linux-";
        return classifier.isEmpty() || classifier.startsWith(prefix);
    }
}
