package io.github.distillmaven.provenance.git;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What git says of the sources.
 *
 * @param commit digest of the commit that is checked out, in hex
 * @param committed when it was committed, to the second
 * @param dirty whether a file that git tracks differs from that commit, in the index or the work tree, also in a submodule
 */
public record GitState(String commit, Instant committed, boolean dirty) {

    private static final String COMMIT = "# branch.oid ";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Asks the {@code git} program. Empty if there is none, if it fails or takes more than a few seconds, if the folder is in
     * no work tree, or if there is no commit yet. No program runs that the repository names, such as a hook or a filter.
     *
     * @param folder any folder of a work tree, be it a submodule's or an added one
     * @param problems gets a sentence where there is a repository that git says nothing of
     */
    public static Optional<GitState> of(Path folder, Consumer<String> problems) {
        return of(folder, new GitProgram("git", PATIENCE), problems);
    }

    static Optional<GitState> of(Path folder, GitProgram git, Consumer<String> problems) {
        Optional<GitRepository> repository = GitRepository.around(folder, git);
        Optional<String> status = repository.flatMap(GitRepository::status);
        Optional<String> commit = status.flatMap(GitState::commit);
        Optional<Instant> committed = repository.flatMap(found -> commit.flatMap(found::committed));
        if (repository.isPresent() && (status.isEmpty() || commit.isPresent() != committed.isPresent())) {
            problems.accept("The commit is not recorded: %s is a git repository, but %s."
                    .formatted(
                            repository.get().root(),
                            git.path().isPresent()
                                    ? "'git status' fails there or takes too long"
                                    : "the program 'git' is not on the PATH"));
        }
        return committed.map(time -> new GitState(
                commit.get(),
                time,
                isDirty(status.get()) || repository.map(GitState::dirtyBelow).orElse(false)));
    }

    private static boolean dirtyBelow(GitRepository repository) {
        return repository.submodules().stream()
                .anyMatch(
                        submodule -> submodule.status().stream().anyMatch(GitState::isDirty) || dirtyBelow(submodule));
    }

    private static boolean isDirty(String status) {
        return status.lines().anyMatch(line -> !line.startsWith("#"));
    }

    /** @param status lines of {@code git status --porcelain=v2 --branch} */
    private static Optional<String> commit(String status) {
        return status.lines()
                .filter(line -> line.startsWith(COMMIT))
                .map(line -> line.substring(COMMIT.length()))
                .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
                .findFirst();
    }
}
