package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.store.FileDigests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A running build")
class RunningBuildTest {

    @Test
    void leavesOutOfItsCommandWhatSaysNothingAboutTheExperiment() {
        RunningBuild build = new RunningBuild(
                "org.example:lab",
                "1",
                Path.of("unused"),
                List.of("mnist"),
                List.of("verify"),
                Map.of(
                        "distill.seed", "2",
                        "distill.store", "/home/somebody/store",
                        "distill.baseline", "/tmp/results.json",
                        "distill.threads", "2",
                        "skipTests", "true"),
                null,
                new FileDigests());

        assertThat(build.essentialCommand()).isEqualTo("mvn verify -Pmnist -Ddistill.seed=2 -Ddistill.threads=2");
    }
}
