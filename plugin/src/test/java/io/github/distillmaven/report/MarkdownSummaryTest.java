package io.github.distillmaven.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.report.account.Answer;
import io.github.distillmaven.report.account.Caveat;
import io.github.distillmaven.report.account.SettingRow;
import io.github.distillmaven.report.export.ArmTable;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.PointFixture;
import io.github.distillmaven.results.ResultsFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The summary in Markdown")
class MarkdownSummaryTest {

    @TempDir
    Path root;

    @Test
    void saysWhatWasMeasuredWhatWasNotShownAndHowToReproduceIt() {
        String markdown = new MarkdownSummary(
                        "a|b <lab> 🧦",
                        "my-preset",
                        new Answer(
                                "A student classifies ",
                                "63.3%",
                                " of 2,000 images; chance is 10%.",
                                "One run, no verdict."),
                        new ArmTable(List.of("Model", "Test accuracy"), List.of(List.of("Teacher", "97.00%"))),
                        "Right answers.",
                        "Somebody_1, 2019",
                        new GateResult(List.of(
                                new Outcome("student min 0.6", Outcome.Status.MET, "student is 63.3%."),
                                new Outcome("a|b max 1", Outcome.Status.SKIPPED, "There is no baseline."))),
                        null,
                        "Labels changed: shuffled 90.1%.",
                        "Moved |far|.",
                        new Fidelity(
                                List.of("Agreement", "Kappa"),
                                List.of(new Fidelity.ModelMeans("a|b", "control", List.of("97.0%", "0.912"))),
                                "Read it_so."),
                        List.of(new Caveat("One replicate.", "Labels `0` never given.")),
                        List.of(
                                new SettingRow("preset", "my-preset", "POM", true, false),
                                new SettingRow("seed", "1", "default", false, true),
                                new SettingRow("teacher.epochs", "8|9", "command line", true, false)),
                        new TreeMap<>(Map.of(
                                "project",
                                "g:a:1",
                                "command",
                                "mvn verify -Ddistill.seed=1",
                                "commit",
                                "0123",
                                "dirty",
                                "true")))
                .markdown();

        assertThat(markdown).isEqualTo("""
                # a\\|b \\<lab\\> 🧦

                A student classifies **63.3%** of 2,000 images; chance is 10%.

                One run, no verdict.

                ## Result

                | Model | Test accuracy |
                | --- | --: |
                | Teacher | 97.00% |

                Right answers. Published numbers: Somebody\\_1, 2019.

                Labels changed: shuffled 90.1%.

                Moved \\|far\\|.

                ## Fidelity to the teacher

                | Model | Agreement | Kappa |
                | --- | --: | --: |
                | a\\|b | 97.0% | 0.912 |

                Read it\\_so.

                ## Expectations: 1 of 2 met, 1 without a baseline

                | Expectation | Outcome | Measured |
                | --- | --- | --- |
                | student min 0.6 | met | student is 63.3%. |
                | a\\|b max 1 | no baseline yet | There is no baseline. |

                ## Limits

                - **One replicate.** Labels \\`0\\` never given.

                ## Settings that differ from the preset my-preset

                | Setting | Value | Set by |
                | --- | --- | --- |
                | teacher.epochs | 8\\|9 | command line |

                ## How to reproduce this

                In the module `g:a:1`, at commit `0123` with changes that are not committed:

                ```sh
                mvn verify -Ddistill.seed=1
                ```
                """);
    }

    @Test
    void liesBesideThePageOfImages() throws Exception {
        Path folder = root.resolve("lab");
        WrittenReport written = new ExperimentReport()
                .write(new ExperimentFixture(folder)
                        .tests(100)
                        .transferSize(100)
                        .replicates(3)
                        .controls(ControlArms.SHUFFLED)
                        .write());

        assertThat(folder.resolve("summary.md")).hasContent(written.markdown());
        assertThat(folder.resolve("replicates.csv")).content().hasLineCount(1 + 3 * 3);
        assertThat(written.markdown().replace('\u00a0', ' '))
                .contains(
                        "| Model | Mean test accuracy | Deviation | 95% of the mean | 95% of a further run | Student minus this | p | Published | Verdict |")
                .containsPattern(
                        "\\| Teacher \\| [\\d.]+% \\| [\\d.]+ \\| \\[[\\d., ]+] \\| \\[[\\d., ]+] \\|  \\|  \\| 99.1% \\|")
                .containsPattern("\\| shuffled \\| .* \\| \\+[\\d.]+ \\[[-\\d., ]+] \\| [<\\d. ]+ \\|  \\|  \\|")
                .contains("## Fidelity to the teacher")
                .containsPattern(
                        // One of these teachers answers all images right.
                        "\\| Independent teacher \\| [\\d.]+% \\| – \\| 0\\.\\d+ \\| \u2212?0\\.\\d+ \\| \\d\\.\\d+ \\| – \\|")
                .contains("- **Only 3 replicates.** ")
                .contains("| student.network | cnn | POM |");
    }

    @Test
    void ofOneRunHasIntervalsOfTheTestSet() throws Exception {
        WrittenReport written = new ExperimentReport()
                .write(new ExperimentFixture(root.resolve("lab"))
                        .tests(100)
                        .transferSize(100)
                        .write());

        assertThat(written.markdown().replace('\u00a0', ' '))
                .contains("| Model | Test accuracy | 95% interval | Student minus this | Published | Verdict |")
                .containsPattern(
                        "\\| Student \\| [\\d.]+% \\| \\[[\\d., ]+] \\|  \\| 91.04% \\| no verdict: fewer than 5 replicates \\|");
    }

    @Test
    void ofPointsCountsThem() throws Exception {
        WrittenReport written = new ExperimentReport()
                .write(new PointFixture(root.resolve("plane"), List.of(20, 23, 26, 20, 26)).write());

        assertThat(written.markdown())
                .contains("| Teacher | 32.0 | 0.0 | [32.0, 32.0] | [32.0, 32.0] |  |  | 32 |  |")
                // 23 ± 2.776445 * 3 / sqrt(5), and ± 2.776445 * 3 * sqrt(1.2), cut off at the number of points.
                .contains(
                        "| Student | 23.0 | 3.0 | [19.3, 26.7] | [13.9, 32.0] |  |  | 23 | compatible, but too wide to tell |")
                .contains("| shuffled | 15.0 | 0.0 | [15.0, 15.0] | [15.0, 15.0] | +8.0 [4.3, 11.7] | 0.004 |  |  |")
                .contains(
                        "p: paired t test over the replicates, two-sided; adjusted by Holm’s method for 2 comparisons.")
                .contains("Points answered right, of 32.")
                .contains("## Settings that differ from the preset two-dimensional\n\nNone.");
        assertThat(root.resolve("plane/summary.md")).hasContent(written.markdown());
        assertThat(root.resolve("plane/replicates.csv")).content().hasLineCount(1 + 5 * 3);
    }

    @Test
    void comparesWithABaselineAsThePageAndTheLogDo() throws Exception {
        Path folder = root.resolve("lab");
        new ExperimentReport().write(fixture(folder).write());
        Path before = Files.move(folder.resolve("results.json"), root.resolve("before.json"));

        WrittenReport written = new ExperimentReport()
                .write(fixture(folder)
                        .baseline("before.json", new ResultsFile(before).read())
                        .write());

        assertThat(written.markdown())
                .contains("Before: `before.json` (experiment lab, seed 1). 0 of the ")
                .contains("| Number | Before | Now | Difference | 95% of it |")
                .contains("| transfer.size | 100 | 100 | 0 |  |");
        assertThat(written.summary())
                .anySatisfy(line -> assertThat(line).startsWith("Baseline before.json (experiment lab, seed 1): "));
        StrictPage page = new StrictPage(written.page());
        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.text())
                .contains("Compared with an earlier result")
                .containsPattern("transfer\\.size\\s+100\\s+100\\s+0\\s");
    }

    private static ExperimentFixture fixture(Path folder) {
        return new ExperimentFixture(folder).tests(100).transferSize(100);
    }
}
