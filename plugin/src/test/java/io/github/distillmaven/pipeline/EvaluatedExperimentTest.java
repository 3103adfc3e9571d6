package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The evaluation sets of an experiment, with an engine in memory")
class EvaluatedExperimentTest extends InMemoryExperiment {

    @Test
    @DisplayName("counts the class after the true one as right where it is asked to")
    void evaluatesOnTheSetsThatAreAskedFor() throws Exception {
        build(and("evaluationSets", "test,test-next"));

        Map<String, Map<String, Results.Value>> student =
                results().replicates().get(0).arms().get("student").evaluations();
        assertThat(student).containsKeys("test", "test-next");
        assertThat(student.get("test-next").get("testAccuracy").value())
                .isLessThan(student.get("test").get("testAccuracy").value());
    }

    private static final Map<String, String> OF_SOURCE = Map.of("transfer.inputs", "synthetic-digits");

    @Test
    @DisplayName("evaluates every arm on what is held out from teacher and students")
    void evaluatesOnWhatIsHeldOut() throws Exception {
        Map<String, String> written = and(
                "teacher.validation", "0.1",
                "evaluationSets", "test,validation",
                "students.student.name", "garments",
                "students.student.transfer.inputs", "synthetic-garments",
                "replicates", "2");
        written.putAll(OF_SOURCE);
        build(written);

        assertThat(results().replicates()).allSatisfy(replicate -> {
            assertThat(replicate.arms())
                    .containsOnlyKeys("teacher", "student", "shuffled", "garments", "independent-teacher");
            assertThat(replicate.independentTeacher().orElseThrow().evaluations())
                    .containsOnlyKeys("test");
            assertThat(models(replicate))
                    .allSatisfy(arm -> assertThat(
                                    arm.value("validation", "testAccuracy").trials())
                            .isEqualTo(50));
        });
        assertThat(trained("teacher")).isEqualTo(450);
        assertThat(trained("student")).isEqualTo(450);
        assertThat(trained("students/garments/student")).isEqualTo(500);
        assertThat(root.resolve("distill/x/teacher/prepared")).doesNotExist();
        List<Integer> seen = TransferTable.read(root.resolve("distill/x/transfer/transfer.csv")).rows().stream()
                .map(TransferRow::index)
                .toList();
        BitSet heldOut = new DataFiles(TestWorkspace.of(root.resolve("distill"), written))
                .split()
                .places();
        assertThat(heldOut.cardinality()).isEqualTo(50);
        assertThat(seen).hasSize(450).noneMatch(heldOut::get);
        String page = Files.readString(root.resolve("distill/x/report/index.html"));
        assertThat(page.substring(page.indexOf("id=\"set-validation\"")))
                .contains("<th scope=\"row\" class=\"teacher\">Teacher</th>")
                .contains(
                        "Means over all replicates, on training examples that are held out from teacher and students, with their true labels");
    }

    /** Its own, without the teacher of the other replicate. */
    private static List<Results.ArmNumbers> models(Results.Replicate replicate) {
        List<Results.ArmNumbers> models = new ArrayList<>(replicate.others().values());
        models.add(replicate.teacher());
        models.add(replicate.student());
        return models;
    }

    @Test
    @DisplayName("holds examples out without evaluating on them")
    void holdsExamplesOutWithoutEvaluatingOnThem() throws Exception {
        build(and("teacher.validation", "0.1"));

        assertThat(trained("teacher")).isEqualTo(450);
        assertThat(trained("student")).isEqualTo(500);
        assertThat(root.resolve("distill/x/teacher/evaluations")).doesNotExist();
    }

    @Test
    @DisplayName("evaluates networks side by side, each on what its own seed holds out")
    void evaluatesSideBySideOnWhatIsHeldOut() throws Exception {
        build(and(
                "teacher.validation", "0.1",
                "evaluationSets", "validation",
                "sideBySide", "true",
                "replicates", "2",
                "teacher.network", "mlp",
                "student.network", "mlp"));

        assertThat(results().replicates())
                .allSatisfy(replicate -> assertThat(models(replicate))
                        .allSatisfy(arm -> assertThat(
                                        arm.value("validation", "testAccuracy").trials())
                                .isEqualTo(50)));
        assertThat(Files.readString(root.resolve("distill/x/teacher/evaluations/validation.csv")))
                .isNotEqualTo(
                        Files.readString(root.resolve("distill/x/replicates/2/teacher/evaluations/validation.csv")));
    }

    @Test
    @DisplayName("keeps what is held out from the own teacher of a control, and gives it the inputs of the treatment")
    void keepsWhatIsHeldOutFromTheTeacherOfAControl() throws Exception {
        Map<String, String> written = and("teacher.validation", "0.1", "controls", "permuted-label-teacher,unfiltered");
        written.putAll(OF_SOURCE);
        written.put("transfer.keep", "wrong");
        build(written);

        assertThat(trained("controls/permuted-label-teacher/teacher")).isEqualTo(450);
        assertThat(rows("controls/permuted-label-teacher/transfer"))
                .extracting(TransferRow::index)
                .isEqualTo(rows("transfer").stream().map(TransferRow::index).toList());
        assertThat(rows("controls/unfiltered/transfer")).hasSize(450);
    }

    @Test
    @DisplayName("leaves classes out of a transfer set, and measures every arm on their test images")
    void leavesClassesOut() throws Exception {
        Map<String, String> written = and(
                "transfer.omittedClasses", "3, 8",
                "evaluationSets", "omitted",
                "students.student.name", "complete",
                "students.student.transfer.omittedClasses", "none");
        written.putAll(OF_SOURCE);
        build(written);

        assertThat(rows("transfer"))
                .extracting(TransferRow::trueLabel)
                .isNotEmpty()
                .doesNotContain(3, 8);
        assertThat(rows("controls/shuffled/transfer"))
                .extracting(TransferRow::trueLabel)
                .doesNotContain(3, 8);
        assertThat(rows("students/complete/transfer")).hasSize(500);
        Map<String, Results.ArmNumbers> arms = results().replicates().get(0).arms();
        int test = arms.get("student").test().trials();
        int omitted = arms.get("student").value("omitted", "testAccuracy").trials();
        assertThat(omitted).isPositive().isLessThan(test / 3);
        assertThat(arms.get("teacher").value("omitted", "testAccuracy").trials())
                .isEqualTo(omitted);
        assertThat(arms.get("student").value("omitted", "testAccuracy").value())
                .isLessThan(
                        arms.get("complete").value("omitted", "testAccuracy").value());
    }

    @Test
    @DisplayName("says what came of an attack, also of that of a control's own teacher")
    void saysWhatCameOfAnAttack() throws Exception {
        Map<String, String> written = and(
                "transfer.attack", "pgd",
                "transfer.target", "random",
                "transfer.labels", "target",
                "controls", "shuffled,permuted-label-teacher");
        written.putAll(OF_SOURCE);
        build(written);

        Results.Replicate replicate = results().replicates().get(0);
        AttackResult attack = replicate.student().taught().attack();
        assertThat(attack.target()).isEqualTo("random");
        assertThat(attack.all().inputs()).isEqualTo(500);
        // The engine moves every one of 28 x 28 values by as much.
        assertThat(attack.all().meanDistance()).isCloseTo(28 * MemoryEngine.MOVED, within(1e-4));
        assertThat(attack.towardTrueLabel().inputs()).isBetween(20, 90);
        assertThat(attack.towardTrueLabel().inputs() + attack.towardOther().inputs())
                .isEqualTo(500);
        assertThat(attack.towardTrueLabel().successes() + attack.towardOther().successes())
                .isEqualTo(attack.all().successes());
        assertThat(replicate.arm("shuffled").taught().attack()).isNull();
        AttackResult own = replicate.arm("permuted-label-teacher").taught().attack();
        assertThat(own.all().inputs()).isEqualTo(500);
        assertThat(own.all().successes()).isNotEqualTo(attack.all().successes());
        assertThat(log.lines())
                .anyMatch(line -> line.matches(
                        "info: Moved inputs, and what their teacher answers: treatment, .* of 500 answered with their target, mean L2"
                                + " distance 7\\.00 \\(target the true label: .*\\); permuted-label-teacher, .*"));
        assertThat(Files.readString(root.resolve("distill/x/report/index.html")))
                .contains("Moved inputs, and what their teacher answers: treatment, ");
        assertThat(Files.readString(root.resolve("distill/x/summary.md")))
                .contains("Moved inputs, and what their teacher answers: treatment, ");
    }

    private List<TransferRow> rows(String transfer) throws IOException {
        return TransferTable.read(root.resolve("distill/x").resolve(transfer).resolve("transfer.csv"))
                .rows();
    }

    private int trained(String model) throws IOException {
        return JsonMapper.shared()
                .readValue(root.resolve("distill/x").resolve(model).resolve("result.json"), ModelResult.class)
                .examples();
    }
}
