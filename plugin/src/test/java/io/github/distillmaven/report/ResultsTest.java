package io.github.distillmaven.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {

    @TempDir
    Path folder;

    private final Results results = new Results(
            Results.SCHEMA,
            "garments-to-digits",
            null,
            List.of(new Results.Replicate(
                    1,
                    new Results.Teacher(0.9725, 0.968),
                    new Results.Transfer(3000, null, List.of(2999, 0, 1)),
                    new Results.Student(0.875, 0.7825, null))),
            ExperimentFixture.PUBLISHED);

    @Test
    void isWrittenInThisForm() throws Exception {
        Path file = folder.resolve("results.json");

        new JsonFiles().write(file, results);

        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "schema" : 1,
                  "experiment" : "garments-to-digits",
                  "preset" : null,
                  "replicates" : [ {
                    "seed" : 1,
                    "teacher" : {
                      "trainAccuracy" : 0.9725,
                      "testAccuracy" : 0.968
                    },
                    "transfer" : {
                      "size" : 3000,
                      "wrong" : null,
                      "givenLabels" : [ 2999, 0, 1 ]
                    },
                    "student" : {
                      "givenLabelAccuracy" : 0.875,
                      "testAccuracy" : 0.7825,
                      "agreement" : null
                    }
                  } ],
                  "published" : {
                    "source" : "Wallace, Distill, 2019",
                    "teacherTrainAccuracy" : null,
                    "teacherTestAccuracy" : 0.991,
                    "transferSize" : null,
                    "studentTestAccuracy" : 0.9104
                  }
                }
                """);
    }

    @Test
    void isReadBackAsItWas() throws Exception {
        Path file = folder.resolve("results.json");
        new JsonFiles().write(file, results);

        assertThat(new JsonFiles().read(file, Results.class)).isEqualTo(results);
    }
}
