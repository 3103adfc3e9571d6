package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.pipeline.execution.MemoryRemote;
import io.github.distillmaven.pipeline.execution.RecordingLog;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.progress.FetchProgress;
import io.github.distillmaven.progress.ProgressLines;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.store.StoreSession;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("An experiment, with an engine in memory")
class ExperimentPipelineTest {

    private static final Map<String, String> SMALL = Map.of(
            "teacher.examples", "500",
            "transfer.examples", "500",
            "controls", "shuffled");

    /** The drawn images, which all tests begin with. */
    @TempDir
    private static Path drawn;

    @TempDir
    private Path root;

    private final MemoryEngine engine = new MemoryEngine();
    private RecordingLog log = new RecordingLog();
    private MemoryRemote remote;
    private Path store;

    @BeforeAll
    static void drawImages() throws Exception {
        ExperimentPipelineTest first = new ExperimentPipelineTest();
        first.root = Files.createDirectories(drawn.resolve("build"));
        first.store = drawn.resolve("store");
        try (ExperimentPipeline pipeline = first.pipeline(Map.of(), Optional.empty())) {
            pipeline.fetchData();
        }
    }

    @BeforeEach
    void beginWithTheImages() throws IOException {
        store = root.resolve("store");
        PathUtils.copyDirectory(drawn.resolve("store"), store);
        remote = new MemoryRemote(Files.createDirectories(root.resolve("remote")));
    }

    @Test
    @DisplayName("trains each teacher once, and every arm of every replicate on what it labelled")
    void trainsEveryArmOfEveryReplicate() throws Exception {
        build(and("replicates", "2"));

        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-teacher of experiment 'x', seed 1",
                        "train-teacher of experiment 'x', seed 2",
                        "mislabel of experiment 'x', seed 1",
                        "mislabel of experiment 'x', seed 2",
                        "train-student of experiment 'x', seed 1",
                        "train-student of experiment 'x', seed 2",
                        "train-student of experiment 'x', seed 1, control shuffled",
                        "train-student of experiment 'x', seed 2, control shuffled");
        assertThat(results().replicates())
                .hasSize(2)
                .allSatisfy(
                        replicate -> assertThat(replicate.arms()).containsOnlyKeys("teacher", "student", "shuffled"));
    }

    @Test
    @DisplayName("does nothing in a second build")
    void doesNothingInASecondBuild() throws Exception {
        build(SMALL);
        again();
        build(SMALL);

        assertThat(engine.done()).isEmpty();
        assertThat(log.lines()).contains("info: teacher: up to date", "info: student of shuffled: up to date");
    }

    @Test
    @DisplayName("takes everything from the store after a clean")
    void takesEverythingFromTheStoreAfterAClean() throws Exception {
        build(SMALL);
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        build(SMALL);

        assertThat(engine.done()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.startsWith("info: teacher: restored from the store, key "));
    }

    @Test
    @DisplayName("takes everything from the remote store on another machine")
    void takesEverythingFromTheRemoteStore() throws Exception {
        Map<String, String> shared = new HashMap<>(SMALL);
        shared.putAll(
                Map.of("remote", "https://remote.example/store", "remoteMode", "read-write", "remoteTrust", "server"));
        build(shared, Optional.of(remote));
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        PathUtils.deleteDirectory(store);
        PathUtils.copyDirectory(drawn.resolve("store"), store);
        build(shared, Optional.of(remote));

        assertThat(engine.done()).isEmpty();
        assertThat(remote.rejected()).isEmpty();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("info: teacher: restored from the remote store, key "));
    }

    @Test
    @DisplayName("makes again what a setting changes, and nothing else")
    void makesAgainWhatASettingChanges() throws Exception {
        build(SMALL);
        again();
        build(and("student.epochs", "3"));

        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-student of experiment 'x', seed 1",
                        "train-student of experiment 'x', seed 1, control shuffled");
        assertThat(log.lines()).anyMatch(line -> line.contains("student.epochs: 5 -> 3"));
    }

    @Test
    @DisplayName("makes everything again with another engine, and says what changed")
    void makesEverythingAgainWithAnotherEngine() throws Exception {
        build(SMALL);
        again();
        engine.environment("runtimeVersion", "2");
        build(SMALL);

        assertThat(engine.done()).hasSize(4);
        assertThat(log.lines()).anyMatch(line -> line.contains("runtimeVersion: none -> 2"));
    }

    @Test
    @DisplayName("goes on after a failure with what is missing")
    void goesOnAfterAFailure() throws Exception {
        engine.failAt("control shuffled");
        assertThatThrownBy(() -> build(SMALL))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("train-student of experiment 'x', seed 1, control shuffled was told to fail");
        again();
        engine.failAt("");
        build(SMALL);

        assertThat(engine.done()).contains("train-student of experiment 'x', seed 1, control shuffled");
        assertThat(engine.done()).noneMatch(label -> label.startsWith("train-teacher"));
    }

    @Test
    @DisplayName("labels once for students whose transfer sets are made alike")
    void labelsOnceForStudentsThatShareASet() throws Exception {
        engine.slowAt("comparison soft");
        build(and(
                "students.student.name", "longer",
                "students.student.epochs", "20",
                "students.student[2].name", "soft",
                "students.student[2].transfer.labels", "soft",
                "students.student[2].transfer.temperature", "4",
                "students.student[3].name", "soft-longer",
                "students.student[3].epochs", "20",
                "students.student[3].transfer.labels", "soft",
                "students.student[3].transfer.temperature", "4"));

        assertThat(engine.done())
                .filteredOn(label -> label.startsWith("mislabel"))
                .containsExactly(
                        "mislabel of experiment 'x', seed 1", "mislabel of experiment 'x', seed 1, comparison soft");
        assertThat(engine.done())
                .contains(
                        "train-student of experiment 'x', seed 1, comparison longer",
                        "train-student of experiment 'x', seed 1, comparison soft",
                        "train-student of experiment 'x', seed 1, comparison soft-longer");
        assertThat(root.resolve("distill/x/students/soft/transfer/labels.npy")).isRegularFile();
        assertThat(root.resolve("distill/x/students/longer/transfer")).doesNotExist();
        assertThat(root.resolve("distill/x/students/soft-longer/transfer")).doesNotExist();
        assertThat(results().replicates().get(0).arms())
                .containsOnlyKeys("teacher", "student", "shuffled", "longer", "soft", "soft-longer");
    }

    @Test
    @DisplayName(
            "asks once for all dense networks that are to be trained side by side, and later for those that are new")
    void trainsSideBySide() throws Exception {
        Map<String, String> dense = and(
                "sideBySide", "true",
                "replicates", "3",
                "teacher.network", "mlp",
                "student.network", "mlp",
                "transfer.keep", "all");
        build(dense);

        assertThat(engine.done())
                .containsExactly(
                        "train-teacher of experiment 'x', seed 1 and 2 more",
                        "mislabel of experiment 'x', seed 1 and 2 more",
                        "train-student of experiment 'x', seed 1 and 5 more");
        assertThat(results().replicates()).hasSize(3);

        again();
        PathUtils.deleteDirectory(root.resolve("distill/x/replicates/2/student"));
        build(dense);
        assertThat(engine.done()).isEmpty();

        again();
        build(and(
                "sideBySide", "true",
                "replicates", "4",
                "teacher.network", "mlp",
                "student.network", "mlp",
                "transfer.keep", "all"));
        assertThat(engine.done())
                .containsExactly(
                        "train-teacher of experiment 'x', seed 4",
                        "mislabel of experiment 'x', seed 4",
                        "train-student of experiment 'x', seed 4 and 1 more");
    }

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
            assertThat(replicate.arms()).containsOnlyKeys("teacher", "student", "shuffled", "garments");
            assertThat(replicate.arms().values())
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
        assertThat(Files.readString(root.resolve("distill/x/report/index.html")))
                .contains(
                        "Means over all replicates, on training examples that are held out from teacher and students, with their true labels");
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
                .allSatisfy(replicate -> assertThat(replicate.arms().values())
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

    private List<TransferRow> rows(String transfer) throws IOException {
        return TransferTable.read(root.resolve("distill/x").resolve(transfer).resolve("transfer.csv"))
                .rows();
    }

    private int trained(String model) throws IOException {
        return JsonMapper.shared()
                .readValue(root.resolve("distill/x").resolve(model).resolve("result.json"), ModelResult.class)
                .examples();
    }

    @Test
    @DisplayName("fails the check of what is not met, with its numbers")
    void failsTheCheckOfWhatIsNotMet() throws Exception {
        Map<String, String> hopeless = and(
                "expectations.expectation.metric", "student.testAccuracy",
                "expectations.expectation.min", "0.999");
        build(hopeless);

        try (ExperimentPipeline pipeline = pipeline(hopeless, Optional.empty())) {
            assertThatThrownBy(pipeline::check).hasMessageContaining("student.testAccuracy");
        }
    }

    @Test
    @DisplayName("holds its results against the lock file")
    void holdsItsResultsAgainstTheLockFile() throws Exception {
        build(and("lock", "true"));
        build(and("locked", "true"));

        assertThatThrownBy(() -> build(and("locked", "true", "student.epochs", "3")))
                .hasMessageContaining("distill.lock.json");
    }

    @Test
    @DisplayName("refuses a result that was changed afterwards")
    void refusesAResultThatWasChanged() throws Exception {
        try (ExperimentPipeline pipeline = pipeline(SMALL, Optional.empty())) {
            pipeline.fetchData();
            pipeline.trainTeacher();
        }
        Files.writeString(root.resolve("distill/x/teacher/predictions.csv"), "changed");
        try (ExperimentPipeline pipeline = pipeline(SMALL, Optional.empty())) {
            assertThatThrownBy(pipeline::mislabel)
                    .hasMessageContaining(
                            "predictions.csv was changed or removed after the goal train-teacher had made it.");
        }
    }

    private static Map<String, String> and(String... pairs) {
        Map<String, String> all = new HashMap<>(SMALL);
        for (int index = 0; index < pairs.length; index += 2) {
            all.put(pairs[index], pairs[index + 1]);
        }
        return all;
    }

    private void again() {
        engine.forget();
        log = new RecordingLog();
    }

    private void build(Map<String, String> written) throws Exception {
        build(written, Optional.empty());
    }

    private void build(Map<String, String> written, Optional<MemoryRemote> shared) throws Exception {
        try (ExperimentPipeline pipeline = pipeline(written, shared)) {
            pipeline.fetchData();
            pipeline.trainTeacher();
            pipeline.mislabel();
            pipeline.trainStudent();
            pipeline.report();
        }
    }

    private ExperimentPipeline pipeline(Map<String, String> written, Optional<MemoryRemote> shared)
            throws InvalidExperimentException {
        Workspace workspace = TestWorkspace.of(root.resolve("distill"), Instant.now(), written);
        return new ExperimentPipeline(
                workspace,
                new StoreSession(store),
                shared.map(each -> each),
                engine,
                new DatasetFetcher(
                        new ConnectionSettings(true, List.of()),
                        Optional.empty(),
                        new FetchProgress(() -> new ProgressLines(log::info, System::nanoTime), log)),
                log);
    }

    private Results results() throws IOException {
        return ResultsFile.in(root.resolve("distill/x")).read();
    }
}
