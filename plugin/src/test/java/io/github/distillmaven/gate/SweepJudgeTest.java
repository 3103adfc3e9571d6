package io.github.distillmaven.gate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.sweep.CellResults;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.distillmaven.gate.Outcome.Status.MET;
import static io.github.distillmaven.gate.Outcome.Status.UNMET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("The cells of a sweep, held against each other")
class SweepJudgeTest {

    private static final CellResults ONE = cell("1", "mlp", 0.40, 0.42, 0.41);
    private static final CellResults TWO = cell("2", "mlp", 0.50, 0.53, 0.52);
    /** The last number of epochs, written before those that are smaller. */
    private static final CellResults TEN = cell("10", "mlp", 0.60, 0.61, 0.63);

    @Test
    @DisplayName("rise with a setting that is ordered by size, not as text or as it was written")
    void rise() {
        assertThat(judge(true, TEN, ONE, TWO))
                .containsExactly(
                        new Outcome(
                                "student.testAccuracy risesWith teacher.epochs (student.network=mlp)",
                                MET,
                                "student.testAccuracy rises with teacher.epochs (student.network=mlp), as expected: from 1 to 10 it changes by +20.3 points over 3 replicates, with 95% confidence above +17.8 points."));
    }

    @Test
    @DisplayName("do not fall where they rise")
    void doNotFall() {
        assertThat(judge(false, ONE, TWO, TEN))
                .containsExactly(
                        new Outcome(
                                "student.testAccuracy fallsWith teacher.epochs (student.network=mlp)",
                                UNMET,
                                "student.testAccuracy does not fall with teacher.epochs (student.network=mlp): from 1 to 2 it changes by +10.7 points over 3 replicates, with 95% confidence above +9.7 points (<fallsWith> of <expectation> 1 in <expectations>)."));
    }

    @Test
    @DisplayName("rise though one lies below the one before it by no more than seeds scatter")
    void riseWithinScatter() {
        CellResults about = cell("5", "mlp", 0.52, 0.50, 0.51);

        assertThat(judge(true, ONE, TWO, about, TEN))
                .extracting(Outcome::status)
                .containsExactly(MET);
    }

    @Test
    @DisplayName("do not rise where a step between them surely falls")
    void doNotRiseWhereAStepFalls() {
        CellResults below = cell("5", "mlp", 0.45, 0.48, 0.47);

        assertThat(judge(true, ONE, TWO, below, TEN))
                .containsExactly(
                        new Outcome(
                                "student.testAccuracy risesWith teacher.epochs (student.network=mlp)",
                                UNMET,
                                "student.testAccuracy does not rise with teacher.epochs (student.network=mlp): from 2 to 5 it changes by -5.0 points over 3 replicates (<risesWith> of <expectation> 1 in <expectations>)."));
    }

    @Test
    @DisplayName("do not rise by no more than seeds scatter")
    void doNotRiseByScatter() {
        CellResults about = cell("2", "mlp", 0.43, 0.41, 0.42);

        assertThat(judge(true, ONE, about)).extracting(Outcome::status).containsExactly(UNMET);
    }

    @Test
    @DisplayName("have an outcome for each combination of the other settings")
    void haveAnOutcomeForEachLine() {
        CellResults cnnOne = cell("1", "cnn", 0.9, 0.91, 0.92);
        CellResults cnnTwo = cell("2", "cnn", 0.8, 0.81, 0.83);

        assertThat(judge(true, ONE, cnnOne, TWO, cnnTwo))
                .extracting(Outcome::condition, Outcome::status)
                .containsExactly(
                        tuple("student.testAccuracy risesWith teacher.epochs (student.network=mlp)", MET),
                        tuple("student.testAccuracy risesWith teacher.epochs (student.network=cnn)", UNMET));
    }

    private static List<Outcome> judge(boolean rising, CellResults... cells) {
        return new SweepJudge(new MetricCatalog(List.of()), List.of(cells))
                .judge(List.of(new Expectation(
                        1, "student.testAccuracy", List.of(new Condition.Trend("teacher.epochs", rising)))));
    }

    private static CellResults cell(String epochs, String network, double... accuracies) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("teacher.epochs", epochs);
        values.put("student.network", network);
        return new CellResults(
                "teacher.epochs=" + epochs,
                values,
                new Results(
                        Results.SCHEMA,
                        "x",
                        null,
                        Arrays.stream(accuracies)
                                .mapToObj(accuracy -> ArmFixture.replicate(
                                        1,
                                        "ab".repeat(32),
                                        ArmFixture.teacher().test("testAccuracy", 0.98, 0.97, 0.99),
                                        ArmFixture.student(3000, null, 1).test("testAccuracy", accuracy, 0.1, 0.9),
                                        Map.of()))
                                .toList(),
                        new Results.Summary(Map.of()),
                        null));
    }
}
