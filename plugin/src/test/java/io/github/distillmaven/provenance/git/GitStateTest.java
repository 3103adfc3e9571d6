package io.github.distillmaven.provenance.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The state of the sources, asked of git,")
class GitStateTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();
    private Path project;

    @BeforeEach
    void requireGit() throws Exception {
        assumeTrue(
                new GitProgram("git", LONG_ENOUGH)
                        .run(folder, List.of("--version"))
                        .isPresent(),
                "the git program is missing");
        project = Files.createDirectory(folder.resolve("a project"));
    }

    @Test
    void isTheCommitThatIsCheckedOut() throws Exception {
        commit(project);

        GitState state = state(project).orElseThrow();

        assertThat(state.commit()).isEqualTo(git(project, "rev-parse", "HEAD").strip());
        assertThat(state.committed())
                .isEqualTo(Instant.ofEpochSecond(
                        Long.parseLong(git(project, "log", "-1", "--format=%ct").strip())));
        assertThat(state.dirty()).isFalse();
    }

    @Test
    void isThatOfTheWholeWorkTreeInAFolderOfIt() throws Exception {
        commit(project);
        Path module = Files.createDirectories(project.resolve("module").resolve("target"));

        assertThat(state(module)).isEqualTo(state(project)).isPresent();
        Files.writeString(project.resolve("pom.xml"), "<changed/>");
        assertThat(state(module).orElseThrow().dirty()).isTrue();
    }

    @Test
    void isDirtyOnceATrackedFileIsEditedOrStaged() throws Exception {
        commit(project);
        Files.writeString(project.resolve("pom.xml"), "<changed/>");
        assertThat(state(project).orElseThrow().dirty()).isTrue();

        git(project, "add", "pom.xml");
        assertThat(state(project).orElseThrow().dirty()).isTrue();
    }

    @Test
    void isCleanWithFilesThatGitDoesNotTrack() throws Exception {
        commit(project);
        Files.writeString(project.resolve("notes.txt"), "mine");

        assertThat(state(project).orElseThrow().dirty()).isFalse();
    }

    @Test
    void isUnknownBeforeTheFirstCommit() throws Exception {
        git(project, "init", "-q");

        assertThat(state(project)).isEmpty();
    }

    @Test
    void isUnknownOutsideOfAWorkTree() throws Exception {
        assertThat(state(project)).isEmpty();
    }

    @Test
    void isUnknownInAFolderThatIsNotThere() {
        assertThat(state(project.resolve("missing"))).isEmpty();
    }

    @Test
    void isTheWorkTreesOwnInAnAddedOne() throws Exception {
        commit(project);
        Path added = folder.resolve("added");
        git(project, "worktree", "add", "-q", added.toString());
        git(added, "commit", "-q", "--allow-empty", "-m", "second");
        Files.writeString(added.resolve("pom.xml"), "<changed/>");

        assertThat(state(added).orElseThrow().commit())
                .isEqualTo(git(added, "rev-parse", "HEAD").strip());
        assertThat(state(added).orElseThrow().dirty()).isTrue();
        assertThat(state(project).orElseThrow().dirty()).isFalse();
    }

    @Test
    void isTheSubmodulesOwnInASubmodule() throws Exception {
        commit(project);
        Path outer = Files.createDirectory(folder.resolve("outer"));
        commit(outer);
        git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", project.toString(), "inner");

        assertThat(state(outer.resolve("inner"))).isEqualTo(state(project)).isPresent();
        assertThat(state(outer).orElseThrow().dirty()).isTrue();
    }

    @Test
    void isUnknownWithoutTheProgram() {
        assertThat(new GitProgram("a-program-that-is-not-there", LONG_ENOUGH).run(project, List.of()))
                .isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that hangs is a shell script")
    void isUnknownIfTheProgramHangs() throws Exception {
        Path hanging = Files.writeString(folder.resolve("hanging"), "#!/bin/sh\nexec sleep 60\n");
        assertThat(hanging.toFile().setExecutable(true)).isTrue();
        long start = System.nanoTime();

        assertThat(new GitProgram(hanging.toString(), Duration.ofMillis(200)).run(project, List.of()))
                .isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void isUnknownInAFolderThatIsShapedLikeABareRepository() throws Exception {
        Path ran = folder.resolve("ran");
        commit(project);
        Path module = Files.createDirectories(project.resolve("module"));
        for (String directory : List.of("objects", "refs", "hooks")) {
            Files.createDirectory(module.resolve(directory));
        }
        Files.writeString(module.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(module.resolve("config"), hostile(ran).replace("bare = false", "bare = true"));

        assertThat(state(module)).isEqualTo(state(project)).isPresent();
        assertThat(ran).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell commands")
    void runsNoProgramThatTheRepositoryNames() throws Exception {
        Path ran = folder.resolve("ran");
        commit(project);
        Files.writeString(project.resolve(".gitattributes"), "*.xml filter=a diff=a\n* filter=b.c\n");
        git(project, "add", ".");
        git(project, "commit", "-q", "-m", "second");
        Path hook = project.resolve(".git/hooks/post-index-change");
        Files.writeString(hook, "#!/bin/sh\ntouch '" + ran + "'\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Files.writeString(project.resolve(".git/included"), "[filter \"b.c\"]\n\tclean = touch '" + ran + "'; cat\n");
        Files.writeString(project.resolve(".git/config"), hostile(ran) + "[include]\n\tpath = included\n");
        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.fromMillis(0));

        assertThat(state(project).orElseThrow().dirty()).isFalse();
        assertThat(ran).doesNotExist();

        git(project, "status");
        assertThat(ran).as("git by itself runs what is configured").exists();
    }

    private static String hostile(Path ran) {
        String touch = "touch '" + ran + "'";
        return """
                [core]
                    repositoryformatversion = 0
                    bare = false
                    fsmonitor = "%1$s; false"
                    pager = "%1$s"
                    hooksPath = hooks
                    sshCommand = "%1$s"
                [pager]
                    status = "%1$s"
                [diff]
                    external = "%1$s"
                [diff "a"]
                    textconv = "%1$s"
                [alias]
                    status = "!%1$s"
                [filter "a"]
                    clean = "%1$s; cat"
                    process = "%1$s"
                    required = true
                """.formatted(touch);
    }

    @Test
    void isDirtyOnceAFileOfASubmoduleIsEdited() throws Exception {
        commit(project);
        Path outer = Files.createDirectory(folder.resolve("outer"));
        commit(outer);
        git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", project.toString(), "inner");
        git(outer, "commit", "-q", "-m", "second");
        assertThat(state(outer).orElseThrow().dirty()).isFalse();

        Files.writeString(outer.resolve("inner/pom.xml"), "<changed/>");

        assertThat(state(outer).orElseThrow().dirty()).isTrue();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void isKnownInARepositoryOfAnotherUser() throws Exception {
        commit(project);
        Path git = script("GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"");
        GitProgram program = new GitProgram(git.toString(), LONG_ENOUGH);
        assertThat(program.run(project, List.of("status")))
                .as("by itself git refuses")
                .isEmpty();

        assertThat(GitState.of(project, program, problems::add))
                .isEqualTo(state(project))
                .isPresent();
        assertThat(problems).isEmpty();
    }

    @Test
    void thatIsNotToBeHadIsTold() throws Exception {
        commit(project);
        Files.writeString(project.resolve(".git/config"), "[core");
        GitProgram missing = new GitProgram("a-program-that-is-not-there", LONG_ENOUGH);

        assertThat(GitState.of(project, new GitProgram("git", LONG_ENOUGH), problems::add))
                .isEmpty();
        assertThat(GitState.of(project, missing, problems::add)).isEmpty();

        assertThat(problems)
                .containsExactly(
                        "The commit is not recorded: " + project
                                + " is a git repository, but 'git status' fails there or takes too long.",
                        "The commit is not recorded: " + project
                                + " is a git repository, but the program 'git' is not on the PATH.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that hangs is a shell script")
    void endsAProgramThatHangsWithWhatItStarted() throws Exception {
        Path hanging = script("sleep 61.5 & wait");

        new GitProgram(hanging.toString(), Duration.ofMillis(500)).run(project, List.of());

        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("sleep 61.5"))
                        .toList())
                .allSatisfy(killed -> assertThat(killed.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    private Path script(String command) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + command + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static Optional<GitState> state(Path folder) {
        return GitState.of(folder, problem -> {});
    }

    private static void commit(Path repository) throws Exception {
        git(repository, "init", "-q");
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        git(repository, "add", ".");
        git(repository, "commit", "-q", "-m", "first");
    }

    private static String git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgSign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
