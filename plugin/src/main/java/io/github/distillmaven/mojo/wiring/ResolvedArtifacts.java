package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.pipeline.own.ArtifactFinder;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Finds artifacts through Maven's own resolver, as the dependencies of a project are found: in this build, in the local repository, in the
 * project's repositories, with the user's mirrors, proxies, credentials and offline mode.
 *
 * @param system Maven's resolver
 * @param session of the running build
 * @param repositories where the project gets its dependencies from
 */
record ResolvedArtifacts(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories)
        implements ArtifactFinder {

    private static final int WITHOUT_CLASSIFIER = 4;

    @Override
    public Path find(String coordinates) throws UnfitDataException {
        String[] parts = coordinates.split(":");
        boolean classified = parts.length > WITHOUT_CLASSIFIER;
        DefaultArtifact artifact =
                new DefaultArtifact(parts[0], parts[1], classified ? parts[3] : "", parts[parts.length - 1], parts[2]);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new UnfitDataException(
                    "The artifact could not be resolved from the repositories %s%s. Maven says: %s. %s"
                            .formatted(
                                    repositories.stream()
                                            .map(RemoteRepository::getId)
                                            .collect(Collectors.joining(", ")),
                                    session.isOffline() ? " (Maven is offline)" : "",
                                    String.valueOf(e.getMessage()).replaceFirst("\\.$", ""),
                                    session.isOffline()
                                            ? "Run the build once without -o; the artifact then stays in the local repository."
                                            : "Check the coordinates, and where another module of this build makes it, declare it as a dependency."));
        }
    }
}
