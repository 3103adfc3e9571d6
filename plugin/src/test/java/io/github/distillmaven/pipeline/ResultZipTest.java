package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultZipTest extends InMemoryExperiment {

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        build(SMALL);
        ResultZip zip = new ResultZip(TestWorkspace.of(root.resolve("distill"), SMALL));
        String first = Digests.ofFile(zip.pack("transfer"));

        for (String file : new String[] {"images-idx3-ubyte", "step.json"}) {
            Files.setLastModifiedTime(root.resolve("distill/x/transfer").resolve(file), FileTime.fromMillis(0));
        }

        assertThat(Digests.ofFile(zip.pack("transfer"))).isEqualTo(first);
        assertThat(root.resolve("distill/x/attached")).isDirectoryContaining("glob:**/transfer.zip");
    }

    @Test
    void holdsTheExamplesUnderNamesThatDataSetsHaveAndNotTheRecord() throws Exception {
        build(SMALL);

        Path packed = new ResultZip(TestWorkspace.of(root.resolve("distill"), SMALL)).pack("transfer");

        try (ZipFile zip = new ZipFile(packed.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .isSorted()
                    .contains("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "result.json")
                    .doesNotContain("step.json");
        }
    }

    @Test
    void isMadeWhereItIsWanted() throws Exception {
        build(SMALL);

        try (ExperimentPipeline pipeline = pipeline(and("attach", "report,student"), Optional.empty())) {
            assertThat(pipeline.packed("student")).isPresent();
            assertThat(pipeline.packed("report")).isPresent();
            assertThat(pipeline.packed("teacher")).isEmpty();
        }
        try (ExperimentPipeline pipeline = pipeline(SMALL, Optional.empty())) {
            assertThat(pipeline.packed("student")).isEmpty();
        }
    }

    @Test
    void changesNoKey() throws Exception {
        build(SMALL);
        Map<String, String> settings = record("student").settings();

        again();
        build(and("attach", "teacher,transfer,student,report"));

        assertThat(engine.done()).isEmpty();
        assertThat(record("student").settings()).isEqualTo(settings);
    }
}
