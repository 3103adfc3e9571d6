package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

        GitState state = GitState.of(project).orElseThrow();

        assertThat(state.commit()).isEqualTo(git(project, "rev-parse", "HEAD").strip());
        assertThat(state.dirty()).isFalse();
    }

    @Test
    void isThatOfTheWholeWorkTreeInAFolderOfIt() throws Exception {
        commit(project);
        Path module = Files.createDirectories(project.resolve("module").resolve("target"));

        assertThat(GitState.of(module)).isEqualTo(GitState.of(project)).isPresent();
        Files.writeString(project.resolve("pom.xml"), "<changed/>");
        assertThat(GitState.of(module).orElseThrow().dirty()).isTrue();
    }

    @Test
    void isDirtyOnceATrackedFileIsEditedOrStaged() throws Exception {
        commit(project);
        Files.writeString(project.resolve("pom.xml"), "<changed/>");
        assertThat(GitState.of(project).orElseThrow().dirty()).isTrue();

        git(project, "add", "pom.xml");
        assertThat(GitState.of(project).orElseThrow().dirty()).isTrue();
    }

    @Test
    void isCleanWithFilesThatGitDoesNotTrack() throws Exception {
        commit(project);
        Files.writeString(project.resolve("notes.txt"), "mine");

        assertThat(GitState.of(project).orElseThrow().dirty()).isFalse();
    }

    @Test
    void isUnknownBeforeTheFirstCommit() throws Exception {
        git(project, "init", "-q");

        assertThat(GitState.of(project)).isEmpty();
    }

    @Test
    void isUnknownOutsideOfAWorkTree() throws Exception {
        assertThat(GitState.of(project)).isEmpty();
    }

    @Test
    void isUnknownInAFolderThatIsNotThere() {
        assertThat(GitState.of(project.resolve("missing"))).isEmpty();
    }

    @Test
    void isTheWorkTreesOwnInAnAddedOne() throws Exception {
        commit(project);
        Path added = folder.resolve("added");
        git(project, "worktree", "add", "-q", added.toString());
        git(added, "commit", "-q", "--allow-empty", "-m", "second");
        Files.writeString(added.resolve("pom.xml"), "<changed/>");

        assertThat(GitState.of(added))
                .contains(new GitState(git(added, "rev-parse", "HEAD").strip(), true));
        assertThat(GitState.of(project).orElseThrow().dirty()).isFalse();
    }

    @Test
    void isTheSubmodulesOwnInASubmodule() throws Exception {
        commit(project);
        Path outer = Files.createDirectory(folder.resolve("outer"));
        commit(outer);
        git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", project.toString(), "inner");

        assertThat(GitState.of(outer.resolve("inner")))
                .isEqualTo(GitState.of(project))
                .isPresent();
        assertThat(GitState.of(outer).orElseThrow().dirty()).isTrue();
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
