package io.github.distillmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The lock file")
class LockFileIT {

    private static final String ALL = TestProject.execution("x", Experiments.QUICK);

    /** Every x86-64 processor has these, and newer ones that it would compute with. */
    private static final String OLD_INSTRUCTIONS = "sse41";

    private static TestProject locked;
    private static Path file;
    private static SortedMap<String, String> outputs;

    @BeforeAll
    static void writeLockFile() {
        locked = TestProject.withExecutions("locked", ALL).onSharedStore();
        file = locked.folder().resolve("distill.lock.json");
        Build unasked = locked.run("verify").orFail();
        assertThat(file).doesNotExist();

        Build asked = locked.with("distill.lock", "true").run("verify").orFail();

        assertThat(file).isNotEmptyFile();
        outputs = Results.outputs(asked, "x");
        assertThat(outputs).isEqualTo(Results.outputs(unasked, "x"));
        locked.without("distill.lock");
    }

    @Test
    @DisplayName("keeps its bytes in a second build, holds every output's digest, and lets the same outputs pass")
    void keepsItsBytes() throws IOException {
        String written = Files.readString(file);

        Build again = locked.with("distill.lock", "true").run("verify").orFail();
        locked.without("distill.lock");
        Build checked = withLock("locked again")
                .with("distill.locked", "true")
                .run("verify")
                .orFail();

        assertThat(Files.readString(file)).isEqualTo(written);
        assertThat(Results.outputs(again, "x")).isEqualTo(outputs);
        assertThat(written).contains(outputs.values());
        assertThat(Results.outputs(checked, "x")).isEqualTo(outputs);
    }

    @Test
    @DisplayName("fails a build of other outputs, and names the bytes and the setting")
    void otherOutputs() {
        Build build = withLock("locked other seed")
                .with("distill.locked", "true")
                .with("distill.seed", "2")
                .run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.error())
                .startsWith("Experiment 'x': what the step 'teacher' made is not what distill.lock.json says.")
                .contains("model/variables/variables.data-00000-of-00001: ")
                .contains("bytes differ, the first at offset ")
                .contains("seed: 1 -> 2");
    }

    @Test
    @DisplayName("fails a build of another environment only if the bytes differ, and names what differs")
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64", disabledReason = "it is about x86-64")
    void otherEnvironment() {
        TestProject project = withLock("locked other environment")
                .with("distill.locked", "true")
                .with("distill.threads", "1")
                .with("distill.instructionSet", OLD_INSTRUCTIONS);

        Build build = project.run("verify");

        if (build.succeeded()) {
            assertThat(Results.outputs(build, "x")).isEqualTo(outputs);
        } else {
            assertThat(build.error())
                    .startsWith("Experiment 'x': what the step 'teacher' made is not what distill.lock.json says.")
                    .contains("bytes differ, the first at offset ")
                    .containsPattern("instructionSet: [\\w-]+ -> " + OLD_INSTRUCTIONS)
                    .contains("-Ddistill.instructionSet=");
        }
    }

    @Test
    @DisplayName("fails a build whose bytes differ for no known reason, and says so")
    void noKnownReason() throws IOException {
        String digest = outputs.get("teacher/history.csv");
        TestProject project = withLock("locked no reason")
                .with("distill.locked", "true")
                .file("distill.lock.json", Files.readString(file).replace(digest, "0".repeat(digest.length())));

        Build build = project.run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.error())
                .startsWith("Experiment 'x': what the step 'teacher' made is not what distill.lock.json says.")
                .contains("history.csv: ")
                .contains("Nothing that is known to change bits differs");
    }

    @Test
    @DisplayName("fails a build of a step that it does not have")
    void unknownStep() {
        TestProject project = TestProject.withExecutions(
                        "locked nothing", TestProject.execution("y", Experiments.QUICK, "fetch-data", "train-teacher"))
                .onSharedStore();
        copyLock(project);

        Build build = project.with("distill.locked", "true").run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.error()).startsWith("Experiment 'y': ").contains("distill.lock.json", "-Ddistill.lock");
    }

    private static TestProject withLock(String name) {
        TestProject project = TestProject.withExecutions(name, ALL).onSharedStore();
        copyLock(project);
        return project;
    }

    private static void copyLock(TestProject project) {
        try {
            project.file("distill.lock.json", Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
