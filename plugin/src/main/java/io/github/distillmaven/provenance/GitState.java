package io.github.distillmaven.provenance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What git says of the sources.
 *
 * @param commit digest of the commit that is checked out, in hex
 * @param dirty whether a file that git tracks differs from that commit, in the index or the work tree
 */
public record GitState(String commit, boolean dirty) {

    private static final String COMMIT = "# branch.oid ";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Asks the {@code git} program, once. Empty if there is none, if it takes more than a few seconds, if the folder is in
     * no work tree, or if there is no commit yet.
     *
     * @param folder any folder of a work tree, be it a submodule's or an added one
     */
    public static Optional<GitState> of(Path folder) {
        return new GitProgram("git", PATIENCE)
                .run(folder, List.of("--no-pager", "status", "--porcelain=v2", "--branch", "--untracked-files=no"))
                .flatMap(GitState::parse);
    }

    /** @param status lines of {@code git status --porcelain=v2 --branch} */
    private static Optional<GitState> parse(String status) {
        boolean dirty = status.lines().anyMatch(line -> !line.startsWith("#"));
        return status.lines()
                .filter(line -> line.startsWith(COMMIT))
                .map(line -> line.substring(COMMIT.length()))
                .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
                .map(commit -> new GitState(commit, dirty))
                .findFirst();
    }
}
