package io.github.distillmaven.provenance.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checked-out repository. It is found by its {@code .git} alone and named to git explicitly: so no other folder that looks
 * like a repository is taken for one, and it does not matter whom the files belong to, since none of its programs run.
 *
 * @param root of the work tree
 * @param git the program that is asked
 */
record GitRepository(Path root, GitProgram git) {

    private static final String FOLDER = ".git";
    private static final String FILTERS = "^filter\\..*\\.(clean|process|smudge|required)$";

    /** The repository that a folder is in; empty if it is in none. */
    static Optional<GitRepository> around(Path folder, GitProgram git) {
        for (Path root = folder.toAbsolutePath().normalize(); root != null; root = root.getParent()) {
            Path entry = root.resolve(FOLDER);
            if (Files.isRegularFile(entry) || Files.exists(entry.resolve("HEAD"))) {
                return Optional.of(new GitRepository(root, git));
            }
        }
        return Optional.empty();
    }

    /** The commit and what differs from it, as {@code git status --porcelain=v2 --branch} says it; empty if git does not. */
    Optional<String> status() {
        return filtersOff()
                .flatMap(off -> ask(
                        off,
                        "status",
                        "--porcelain=v2",
                        "--branch",
                        "--untracked-files=no",
                        "--no-renames",
                        // Git would start itself in each, with the configuration that lies there.
                        "--ignore-submodules=dirty"));
    }

    /** When a commit was made; asked of a command that starts no program, such as one that checks signatures. Empty if git does not say. */
    Optional<Instant> committed(String commit) {
        return ask(List.of(), "rev-list", "--max-count=1", "--timestamp", commit, "--")
                .map(answer -> answer.substring(0, Math.max(0, answer.indexOf(' '))))
                .filter(seconds -> seconds.matches("[0-9]{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** The work trees of its submodules that are checked out. */
    List<GitRepository> submodules() {
        if (!Files.exists(root.resolve(".gitmodules"))) {
            return List.of();
        }
        return ask(List.of(), "ls-files", "--stage", "-z")
                .orElse("")
                .lines()
                .flatMap(line -> List.of(line.split("\0")).stream())
                .filter(entry -> entry.startsWith("160000 "))
                .map(entry -> root.resolve(entry.substring(entry.indexOf('\t') + 1)))
                .filter(folder -> Files.exists(folder.resolve(FOLDER)))
                .map(folder -> new GitRepository(folder, git))
                .toList();
    }

    /** Filters are programs that git runs on changed files: every one that the configuration names is overridden. */
    private Optional<List<String>> filtersOff() {
        List<String> off = new ArrayList<>();
        // It fails where there is nothing to list, which a name that is always there prevents.
        Optional<String> names = ask(
                List.of("-c", "filter.none.required=false"),
                "config",
                "--null",
                "--name-only",
                "--get-regexp",
                FILTERS);
        for (String name : names.orElse("").split("\0")) {
            if (name.contains("=")) {
                return Optional.empty();
            }
            if (!name.isEmpty()) {
                off.addAll(List.of("-c", name + (name.endsWith(".required") ? "=false" : "=")));
            }
        }
        return names.map(found -> off);
    }

    private Optional<String> ask(List<String> settings, String... question) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("--git-dir=" + root.resolve(FOLDER), "--work-tree=" + root));
        arguments.addAll(List.of(question));
        return git.run(root, arguments);
    }
}
