package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A remote store")
class RemoteStoreIT {

    private static final String ALL = TestProject.execution("x", Experiments.QUICK);
    private static final String LOCK_FILE = "distill.lock.json";

    /** Nobody listens there. */
    private static final String UNREACHABLE = "http://127.0.0.1:9/store";

    private static ArchiveServer honest;
    private static ArchiveServer hostile;
    private static String lockFile;
    private static SortedMap<String, String> outputs;

    @BeforeAll
    static void mainBranchWrites() throws IOException {
        honest = new ArchiveServer();
        hostile = new ArchiveServer();
        TestProject project = TestProject.withExecutions("remote main", ALL)
                .with("distill.remote", honest.address())
                .with("distill.remoteMode", "read-write")
                .with("distill.lock", "true");
        outputs = Results.outputs(project.run("verify").orFail(), "x");
        lockFile = Files.readString(project.folder().resolve(LOCK_FILE));
        hostile.copy(honest);
        assertThat(hostile.forge()).as("models among %s", hostile.paths()).isEqualTo(2);
    }

    @AfterAll
    static void stop() {
        honest.close();
        hostile.close();
    }

    @Test
    @DisplayName("gives a build with an empty store everything that its lock file vouches for, without a worker")
    void pullRequestReads() {
        int before = honest.requests().size();

        Build build = pullRequest("remote pull request", honest)
                .withoutWorkers()
                .run("verify")
                .orFail();

        assertThat(Results.outputs(build, "x")).isEqualTo(outputs);
        assertThat(build.stepsThat("made in")).doesNotContain("teacher", "transfer", "student");
        assertThat(honest.requests().subList(before, honest.requests().size()))
                .isNotEmpty()
                .noneMatch(request -> request.startsWith("PUT"));
        assertThat(build.warningsWith("distill.remote")).isEmpty();
    }

    @Test
    @DisplayName("changes no result if it lies: what the lock file does not vouch for is made again, with a warning")
    void forgeryIsRefused() {
        TestProject project = pullRequest("remote forged", hostile);

        Build build = project.run("verify").orFail();

        assertThat(Results.outputs(build, "x")).isEqualTo(outputs);
        assertThat(build.stepsThat("made in")).contains("teacher", "student");
        assertThat(build.warningsWith("distill.remote")).isNotEmpty();
        new StoreFolder(project.store()).assertSound();
    }

    @Test
    @DisplayName("is believed where the user trusts whoever can write there, and then a forgery passes")
    void forgeryIsTaken() {
        Build build = pullRequest("remote trusted", hostile)
                .with("distill.remoteTrust", "server")
                .withoutWorkers()
                .run("integration-test")
                .orFail();

        assertThat(Results.outputs(build, "x").get("teacher/history.csv"))
                .isNotEqualTo(outputs.get("teacher/history.csv"));
    }

    @Test
    @DisplayName("that cannot be reached is one warning")
    void unreachable() {
        Build build = TestProject.withExecutions(
                        "remote unreachable",
                        TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher", "mislabel"))
                .with("distill.remote", UNREACHABLE)
                .with("distill.remoteMode", "read-write")
                .with("distill.remoteTrust", "server")
                .run("verify")
                .orFail();

        assertThat(build.warningsWith("distill.remote")).as(build.log()).hasSize(1);
        assertThat(build.stepsThat("made in")).contains("teacher", "transfer");
    }

    private static TestProject pullRequest(String name, ArchiveServer server) {
        return TestProject.withExecutions(name, ALL)
                .file(LOCK_FILE, lockFile)
                .with("distill.remote", server.address())
                .with("distill.remoteMode", "read");
    }
}
