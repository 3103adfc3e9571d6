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
            List.of(ArmFixture.replicate(
                    1,
                    "abcdef",
                    ArmFixture.teacher()
                            .fit("trainAccuracy", 0.9725)
                            .with("test", "testAccuracy", new Results.Value(0.96875, 0.9375, 0.984375, 31, 32)),
                    ArmFixture.student(3000, null, 2999, 0, 1).test("macroRecall", null),
                    Map.of(
                            "shuffled",
                            ArmFixture.control(3000, 2700, 2999, 0, 1)
                                    .with("test-next", "testAccuracy", new Results.Value(0.5, null, null, null, null))
                                    .numbers(new Results.McNemar(700, 20, 0.0625), 0.625)))),
            new Results.Summary(Map.of(
                    "shuffled",
                    new Results.Measured(
                            "control",
                            Map.of("test", Map.of("testAccuracy", statistics)),
                            0.991,
                            "direction only",
                            new Results.Compared(
                                    new Results.Statistics(1, 0.125, null, null, null), 0.625, 0.03125, 0.0625)))),
            ExperimentFixture.PUBLISHED);

    @Test
    void isWrittenInThisForm() throws Exception {
        Path file = folder.resolve("results.json");

        new JsonFiles().write(file, results);

        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "schema" : 5,
                  "experiment" : "garments-to-digits",
                  "preset" : null,
                  "replicates" : [ {
                    "seed" : 1,
                    "key" : "abcdef",
                    "arms" : {
                      "teacher" : {
                        "role" : "teacher",
                        "transfer" : null,
                        "evaluations" : {
                          "training" : {
                            "trainAccuracy" : {
                              "value" : 0.9725,
                              "low" : null,
                              "high" : null,
                              "successes" : null,
                              "trials" : null
                            }
                          },
                          "test" : {
                            "testAccuracy" : {
                              "value" : 0.96875,
                              "low" : 0.9375,
                              "high" : 0.984375,
                              "successes" : 31,
                              "trials" : 32
                            }
                          }
                        },
                        "mcNemar" : null,
                        "labelsChanged" : null
                      },
                      "student" : {
                        "role" : "treatment",
                        "transfer" : {
                          "size" : 3000,
                          "wrong" : null,
                          "givenLabels" : [ 2999, 0, 1 ],
                          "attack" : null,
                          "independentAttack" : null
                        },
                        "evaluations" : {
                          "test" : {
                            "macroRecall" : {
                              "value" : null,
                              "low" : null,
                              "high" : null,
                              "successes" : null,
                              "trials" : null
                            }
                          }
                        },
                        "mcNemar" : null,
                        "labelsChanged" : null
                      },
                      "shuffled" : {
                        "role" : "control",
                        "transfer" : {
                          "size" : 3000,
                          "wrong" : 2700,
                          "givenLabels" : [ 2999, 0, 1 ],
                          "attack" : null,
                          "independentAttack" : null
                        },
                        "evaluations" : {
                          "test-next" : {
                            "testAccuracy" : {
                              "value" : 0.5,
                              "low" : null,
                              "high" : null,
                              "successes" : null,
                              "trials" : null
                            }
                          }
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
                    "arms" : {
                      "shuffled" : {
                        "role" : "control",
                        "evaluations" : {
                          "test" : {
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
                            }
                          }
                        },
                        "published" : 0.991,
                        "verdict" : "direction only",
                        "comparison" : {
                          "advantage" : {
                            "n" : 1,
                            "mean" : 0.125,
                            "standardDeviation" : null,
                            "meanInterval" : null,
                            "predictionInterval" : null
                          },
                          "advantageAtLeast" : 0.625,
                          "pValue" : 0.03125,
                          "adjustedPValue" : 0.0625
                        }
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
                  },
                  "commit" : null
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
