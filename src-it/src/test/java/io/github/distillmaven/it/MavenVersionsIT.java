package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plugin on the oldest Maven that it supports, the current one and the next")
class MavenVersionsIT {

    static List<Path> mavens() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of(System.getProperty("it.mavens")))) {
            List<Path> unpacked = homes.filter(Files::isDirectory).sorted().toList();
            unpacked.forEach(home -> home.resolve("bin/mvn").toFile().setExecutable(true));
            return unpacked;
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void runsAWholeExperimentAndRefusesAWrongOne(Path home) {
        TestProject project = TestProject.withExecutions(
                        "on " + home.getFileName(), TestProject.execution("x", Experiments.QUICK))
                .onSharedStore()
                .with("distill.rerun", "train-teacher")
                .withMaven(home);

        Build build = project.run("verify");
        Build wrong =
                project.with("distill.seed", "first").with("distill.sede", "2").run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        assertThat(build.stepsThat("made in")).contains("teacher");
        assertThat(Results.of(build, "x").get("replicates")).hasSize(1);
        assertThat(wrong.log())
                .contains("-Ddistill.seed is 'first'; it must be a whole number from 0 to 9223372036854775807.")
                .contains("-Ddistill.sede is not known. Did you mean -Ddistill.seed?");
    }

    @Test
    void shareWhatTheyMade() throws IOException {
        for (Path home : mavens()) {
            TestProject project = TestProject.withExecutions(
                            "shared by " + home.getFileName(), TestProject.execution("x", Experiments.QUICK))
                    .onSharedStore()
                    .withMaven(home);

            Build build = project.run("verify");

            assertThat(build.succeeded()).as(build.log()).isTrue();
            if (!home.equals(mavens().get(0))) {
                assertThat(build.stepsThat("made in")).as(build.log()).isEmpty();
            }
        }
    }
}
