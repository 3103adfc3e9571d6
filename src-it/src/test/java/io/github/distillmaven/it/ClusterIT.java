package io.github.distillmaven.it;

import java.nio.file.Files;
import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A cluster of Apache Spark")
class ClusterIT {

    private static final String MASTER = "distill.cluster.master";

    @Test
    @DisplayName(
            "makes the same bytes as this machine, in the driver's JVM and on two workers of their own, and leaves no process")
    void sameBytes() throws Exception {
        TestProject project = TestProject.withExecutions(
                        "cluster", TestProject.execution("x", Experiments.QUICK + "<threads>1</threads>"))
                .onSharedStore();
        Build here = project.run("verify").orFail();
        assertThat(here.experiment("x").resolve("spark.log")).doesNotExist();

        // Made again although the store has them; the data need not be drawn again.
        project.with("distill.rerun", "train-teacher,mislabel,train-student");
        Build local = project.with(MASTER, "local[2]").run("verify").orFail();
        assertThat(Results.outputs(local, "x")).isEqualTo(Results.outputs(here, "x"));
        assertThat(local.stepsThat("made in")).containsExactly("teacher", "transfer", "student");
        assertThat(local.warningsWith("bytes")).isEmpty();
        assertThat(Results.keys(local, "x")).isEqualTo(Results.keys(here, "x"));

        try (SparkCluster cluster = SparkCluster.start("cluster spark", 2)) {
            Build alone = project.with(MASTER, cluster.master())
                    .with("distill.cluster.options", "spark.executor.memory=512m")
                    .run("verify")
                    .orFail();
            assertThat(Results.outputs(alone, "x")).isEqualTo(Results.outputs(here, "x"));
            assertThat(Results.step(alone, "x", "student").toString()).contains("\"host\"");
            assertThat(Files.readString(alone.experiment("x").resolve("spark.log")))
                    .contains("Connected to Spark cluster");
        }
        assertThat(Workers.endWithin(Duration.ofSeconds(20), project.folder())).isTrue();
    }
}
