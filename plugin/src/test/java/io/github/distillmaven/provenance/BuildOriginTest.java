package io.github.distillmaven.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.provenance.git.GitState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@DisplayName("The origin of a step")
class BuildOriginTest {

    private static final String COMMIT = "0123456789".repeat(4);

    @Test
    void isTheProjectTheExperimentTheCommandAndTheCommit() {
        assertThat(BuildOrigin.of(
                        "org.example:app:1",
                        "x",
                        Optional.of(new GitState(COMMIT, Instant.parse("2026-11-27T01:45:00Z"), true)),
                        List.of("mnist", "ci"),
                        List.of("clean", "verify"),
                        Map.of("distill.threads", "1", "distill.seed", "2", "skipTests", "true")))
                .containsExactly(
                        entry("command", "mvn clean verify -Pmnist,ci -Ddistill.seed=2 -Ddistill.threads=1"),
                        entry("commit", COMMIT),
                        entry("committed", "2026-11-27T01:45:00Z"),
                        entry("dirty", "true"),
                        entry("experiment", "x"),
                        entry("project", "org.example:app:1"));
    }

    @Test
    void hasNoCommitWithoutGit() {
        assertThat(BuildOrigin.of("p", "x", Optional.empty(), List.of(), List.of("verify"), Map.of()))
                .containsExactly(entry("command", "mvn verify"), entry("experiment", "x"), entry("project", "p"));
    }

    @Test
    void holdsNothingSecret() {
        assertThat(command("distill.remote", "https://ci:hunter2@example.org/cache?token=abc#x"))
                .isEqualTo("mvn verify -Ddistill.remote=https://example.org/cache");
        assertThat(command("distill.mirror", "https://ghp_abc@example.org/data/"))
                .isEqualTo("mvn verify -Ddistill.mirror=https://example.org/data/");
        assertThat(command("distill.jvmArguments", "-Xmx4g -Djavax.net.ssl.keyStorePassword=abc -DapiKey=abc"))
                .isEqualTo(
                        "mvn verify \"-Ddistill.jvmArguments=-Xmx4g -Djavax.net.ssl.keyStorePassword=*** -DapiKey=***\"");
        assertThat(command("distill.jvmArguments", "-Ddb=x@y -Dk=a:b -javaagent:a.jar=key=1 -XX:+UseSerialGC plain"))
                .isEqualTo(
                        "mvn verify \"-Ddistill.jvmArguments=-Ddb=*** -Dk=*** -javaagent:*** -XX:+UseSerialGC ***\"");
        assertThat(command("distill.remote", "https://ci:p@ss/w@example.org/cache"))
                .isEqualTo("mvn verify -Ddistill.remote=https://example.org/cache");
        assertThat(command("distill.my.pwd", "a b")).isEqualTo("mvn verify \"-Ddistill.my.pwd=***\"");
        assertThat(command("distill.remoteToken", "abc")).isEqualTo("mvn verify \"-Ddistill.remoteToken=***\"");
        assertThat(command("server.password", "abc")).isEqualTo("mvn verify");
    }

    private static String command(String name, String value) {
        return BuildOrigin.of("p", "x", Optional.empty(), List.of(), List.of("verify"), Map.of(name, value))
                .get("command");
    }
}
