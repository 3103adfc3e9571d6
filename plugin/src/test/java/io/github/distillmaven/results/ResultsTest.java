package io.github.distillmaven.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {

    @TempDir
    Path folder;

    private final Results.Statistics statistics =
            new Results.Statistics(2, 0.75, 0.03125, new Results.Bounds(0.5, 1), new Results.Bounds(0.25, 1.25));

    private final Results results = new Results(
            Results.SCHEMA,
            "garments-to-digits",
            null,
            List.of(new Results.Replicate(
                    1,
                    "abcdef",
                    new Results.Teacher(0.9725, 0.968, new Results.Bounds(0.9375, 0.984375), 0.96875),
                    new Results.Transfer(3000, null, List.of(2999, 0, 1)),
                    student(null),
                    Map.of(
                            "shuffled",
                            new Results.Control(
                                    new Results.Transfer(3000, 2700, List.of(2999, 0, 1)),
                                    student(0.5),
                                    new Results.McNemar(700, 20, 0.0625),
                                    0.625)))),
            new Results.Summary(
                    new Results.Measured(statistics, 0.991, "direction only"),
                    new Results.Measured(null, null, null),
                    Map.of(
                            "shuffled",
                            new Results.Compared(
                                    new Results.Statistics(1, 0.125, null, null, null),
                                    statistics,
                                    0.625,
                                    0.03125,
                                    0.0625))),
            ExperimentFixture.PUBLISHED);

    private static Results.Student student(Double agreement) {
        return new Results.Student(
                0.875, 0.7825, new Results.Bounds(0.75, 0.8125), 0.78125, 0.03125, 0.125, agreement, agreement);
    }

    @Test
    void isWrittenInThisForm() throws Exception {
        Path file = folder.resolve("results.json");

        new JsonFiles().write(file, results);

        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "schema" : 4,
                  "experiment" : "garments-to-digits",
                  "preset" : null,
                  "replicates" : [ {
                    "seed" : 1,
                    "key" : "abcdef",
                    "teacher" : {
                      "trainAccuracy" : 0.9725,
                      "testAccuracy" : 0.968,
                      "testInterval" : {
                        "low" : 0.9375,
                        "high" : 0.984375
                      },
                      "macroRecall" : 0.96875
                    },
                    "transfer" : {
                      "size" : 3000,
                      "wrong" : null,
                      "givenLabels" : [ 2999, 0, 1 ]
                    },
                    "student" : {
                      "givenLabelAccuracy" : 0.875,
                      "testAccuracy" : 0.7825,
                      "testInterval" : {
                        "low" : 0.75,
                        "high" : 0.8125
                      },
                      "macroRecall" : 0.78125,
                      "argminAccuracy" : 0.03125,
                      "majorityFloor" : 0.125,
                      "agreement" : null,
                      "agreementWhereTeacherIsWrong" : null
                    },
                    "controls" : {
                      "shuffled" : {
                        "transfer" : {
                          "size" : 3000,
                          "wrong" : 2700,
                          "givenLabels" : [ 2999, 0, 1 ]
                        },
                        "student" : {
                          "givenLabelAccuracy" : 0.875,
                          "testAccuracy" : 0.7825,
                          "testInterval" : {
                            "low" : 0.75,
                            "high" : 0.8125
                          },
                          "macroRecall" : 0.78125,
                          "argminAccuracy" : 0.03125,
                          "majorityFloor" : 0.125,
                          "agreement" : 0.5,
                          "agreementWhereTeacherIsWrong" : 0.5
                        },
                        "mcNemar" : {
                          "onlyTreatment" : 700,
                          "onlyControl" : 20,
                          "pValue" : 0.0625
                        },
                        "labelsChanged" : 0.625
                      }
                    }
                  } ],
                  "summary" : {
                    "teacher" : {
                      "testAccuracy" : {
                        "n" : 2,
                        "mean" : 0.75,
                        "standardDeviation" : 0.03125,
                        "meanInterval" : {
                          "low" : 0.5,
                          "high" : 1.0
                        },
                        "predictionInterval" : {
                          "low" : 0.25,
                          "high" : 1.25
                        }
                      },
                      "published" : 0.991,
                      "verdict" : "direction only"
                    },
                    "student" : {
                      "testAccuracy" : null,
                      "published" : null,
                      "verdict" : null
                    },
                    "controls" : {
                      "shuffled" : {
                        "testAccuracy" : {
                          "n" : 1,
                          "mean" : 0.125,
                          "standardDeviation" : null,
                          "meanInterval" : null,
                          "predictionInterval" : null
                        },
                        "advantage" : {
                          "n" : 2,
                          "mean" : 0.75,
                          "standardDeviation" : 0.03125,
                          "meanInterval" : {
                            "low" : 0.5,
                            "high" : 1.0
                          },
                          "predictionInterval" : {
                            "low" : 0.25,
                            "high" : 1.25
                          }
                        },
                        "advantageAtLeast" : 0.625,
                        "pValue" : 0.03125,
                        "adjustedPValue" : 0.0625
                      }
                    }
                  },
                  "published" : {
                    "source" : "Wallace, Distill, 2019",
                    "teacherTrainAccuracy" : null,
                    "teacherTestAccuracy" : 0.991,
                    "transferSize" : null,
                    "studentTestAccuracy" : 0.9104,
                    "differences" : [ ]
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
