package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.OwnNetworks;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.pipeline.engine.TensorFlowHost;
import io.github.distillmaven.pipeline.engine.TensorFlowWorkers;
import io.github.distillmaven.pipeline.engine.WorkerBudget;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.pipeline.step.RunningBuild;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.results.MetricNames;
import io.github.distillmaven.transfer.control.PermutedLabelTeacherControl;
import io.github.distillmaven.transfer.control.TrueLabelsControl;
import io.github.distillmaven.transfer.control.UnperturbedControl;
import io.github.distillmaven.worker.launch.WorkerLauncher;
import io.github.distillmaven.worker.runtime.Processor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every setting of the catalog against a table that says which keys it changes. Whoever adds a setting must say so
 * here, or the first test fails.
 */
@DisplayName("Every setting, and the keys that it changes")
class SettingsAndKeysTest {

    private static final Set<StepName> NONE = EnumSet.noneOf(StepName.class);
    private static final Set<StepName> ALL = EnumSet.allOf(StepName.class);
    private static final Set<StepName> TENSORFLOW = EnumSet.complementOf(EnumSet.of(StepName.DATA));

    private static final Set<StepName> ANSWERS = EnumSet.of(StepName.TRANSFER, StepName.INDEPENDENT);

    /** They decide whether a result is accepted, and stand on the page, but change none. */
    private static final Set<String> ACCEPTANCE = Set.of("transfer.minimumSize", "transfer.allowSmall");

    /** They ask for more of the same, with keys of their own. */
    private static final Set<String> MORE = Set.of("replicates", "controls", "evaluationSets");

    /** A preset's own settings count, those of a further student as the treatment's do, and of own data and networks the content. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("presetFile|students\\.student\\..*|datasets\\.dataset\\..*|networks\\.network\\..*");

    /** Without it, several trainings at the same time have fewer threads each. */
    private static final Map<String, String> PINNED = Map.of("threads", "2");

    private static final Map<String, String> POINTS = Map.of("preset", "two-dimensional");

    private static final Map<String, String> ENSEMBLE =
            Map.of("preset", "mnist-d-det", "threads", "2", "transfer.ensemble", "2", "transfer.lambda", "1");
    private static final Map<String, String> LINEAR = Map.of("preset", "linear-from-d-plus-1");
    private static final Map<String, String> CONFIDENT_ERRORS =
            Map.of("transfer.inputs", "mnist", "transfer.keep", "confident-wrong");

    private static final Instant NOW = Instant.EPOCH;

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    /**
     * What a setting changes.
     *
     * @param path of the setting
     * @param value another one than in the base experiment; null if the setting has one possible value only
     * @param changed the steps whose own key changes, before any of their inputs does
     * @param beside other settings that the base experiment needs for it
     */
    private record Row(String path, String value, Set<StepName> changed, Map<String, String> beside) {

        @Override
        public String toString() {
            return path;
        }
    }

    private static Row row(String path, String value, Set<StepName> changed) {
        return new Row(path, value, changed, Map.of());
    }

    static Stream<Row> table() {
        return Stream.of(
                        Stream.of(
                                row("preset", "garments-to-digits", ALL),
                                row("seed", "2", EnumSet.of(StepName.TEACHER, StepName.STUDENT)),
                                new Row("replicates", "3", NONE, PINNED),
                                new Row("controls", "shuffled", NONE, PINNED),
                                row("evaluationSets", "test,test-next", NONE),
                                row("teacher.dataset", "fashion-mnist", ALL),
                                new Row("teacher.dimensions", "7", EnumSet.of(StepName.TEACHER), LINEAR),
                                new Row("teacher.classes", "3", EnumSet.of(StepName.TEACHER), LINEAR),
                                row("teacher.onlyClasses", "3,4", TENSORFLOW),
                                row("teacher.validation", "0.1", EnumSet.of(StepName.TEACHER)),
                                row("transfer.inputs", "mnist", EnumSet.complementOf(EnumSet.of(StepName.TEACHER))),
                                new Row("transfer.examples", "7", ANSWERS, Map.of("transfer.allowSmall", "true")),
                                new Row(
                                        "transfer.unseen",
                                        "true",
                                        ANSWERS,
                                        Map.of("transfer.inputs", "mnist", "teacher.examples", "1000")),
                                new Row("transfer.omittedClasses", "3,4", ANSWERS, Map.of("transfer.inputs", "mnist")),
                                row("transfer.labels", "soft", EnumSet.of(StepName.TRANSFER)),
                                new Row(
                                        "transfer.temperature",
                                        "2",
                                        EnumSet.of(StepName.TRANSFER, StepName.STUDENT),
                                        Map.of("transfer.labels", "soft")),
                                new Row(
                                        "transfer.keep",
                                        "wrong",
                                        EnumSet.of(StepName.TRANSFER),
                                        Map.of("transfer.inputs", "mnist")),
                                new Row("transfer.share", "0.25", EnumSet.of(StepName.TRANSFER), CONFIDENT_ERRORS),
                                new Row("transfer.confidence", "any", EnumSet.of(StepName.TRANSFER), CONFIDENT_ERRORS),
                                row(
                                        "transfer.normalization",
                                        "source",
                                        EnumSet.of(StepName.TRANSFER, StepName.INDEPENDENT, StepName.STUDENT)),
                                new Row("transfer.attack", "pgd", EnumSet.of(StepName.TRANSFER), POINTS),
                                new Row("transfer.epsilon", "0.12", EnumSet.of(StepName.TRANSFER), POINTS),
                                new Row(
                                        "transfer.attackSteps",
                                        "7",
                                        EnumSet.of(StepName.TRANSFER),
                                        Map.of("preset", "two-dimensional", "transfer.attack", "pgd")),
                                new Row("transfer.norm", "l2", EnumSet.of(StepName.TRANSFER), POINTS),
                                new Row(
                                        "transfer.stepSize",
                                        "0.01",
                                        EnumSet.of(StepName.TRANSFER),
                                        Map.of("preset", "two-dimensional", "transfer.attack", "pgd")),
                                new Row(
                                        "transfer.iterate",
                                        "best",
                                        EnumSet.of(StepName.TRANSFER),
                                        Map.of("preset", "two-dimensional", "transfer.attack", "pgd")),
                                row("transfer.noise", "uniform", ANSWERS),
                                new Row(
                                        "transfer.untouched",
                                        "random",
                                        EnumSet.of(StepName.TRANSFER),
                                        Map.of("transfer.attack", "pattern", "transfer.target", "random")),
                                new Row("transfer.target", "other", ANSWERS, POINTS),
                                new Row("transfer.ensemble", "3", EnumSet.of(StepName.TRANSFER), ENSEMBLE),
                                new Row("transfer.lambda", "2", EnumSet.of(StepName.TRANSFER), ENSEMBLE),
                                row("transfer.minimumSize", "7", NONE),
                                row("transfer.allowSmall", "true", NONE),
                                row("device", "gpu", TENSORFLOW),
                                row("threads", "7", TENSORFLOW),
                                row("instructionSet", "avx", TENSORFLOW),
                                row("precision", "bfloat16", EnumSet.of(StepName.TEACHER, StepName.STUDENT)),
                                new Row(
                                        "sideBySide",
                                        "true",
                                        TENSORFLOW,
                                        Map.of("teacher.network", "mlp", "student.network", "mlp"))),
                        given(),
                        training("teacher", StepName.TEACHER),
                        training("student", StepName.STUDENT),
                        Stream.of(
                                row("student.initialization", "teacher", EnumSet.of(StepName.STUDENT)),
                                row("experiment", "other", NONE),
                                new Row("workers", "3", NONE, PINNED),
                                row("mirror", "elsewhere", NONE),
                                row("sweep", "teacher.epochs=1,2", NONE),
                                row("sweep.limit", "20", NONE),
                                row("plan", "true", NONE),
                                new Row("cluster.master", "local[2]", NONE, PINNED),
                                row("cluster.version", "4.1.0", NONE),
                                row("cluster.options", "spark.executor.memory=4g", NONE),
                                row("jvmArguments", "-Xmx4g", NONE),
                                row("store", "elsewhere", NONE),
                                row("storeMode", "none", NONE),
                                row("storeLimit", "1GB", NONE),
                                row("rerun", "all", NONE),
                                row("remote", "https://elsewhere.example/", NONE),
                                row("remoteMode", "none", NONE),
                                row("remoteTrust", "server", NONE),
                                row("lock", "true", NONE),
                                row("locked", "true", NONE),
                                row("checkpointSeconds", "1", NONE),
                                row("shard", "all/5", NONE),
                                row("attach", "teacher", NONE)),
                        gate())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> given() {
        Set<StepName> teacher = EnumSet.of(StepName.TEACHER);
        Map<String, String> model = Map.of("teacher.model", "shop");
        return Stream.of(
                row("teacher.model", "shop", teacher),
                new Row("teacher.signature", "score", teacher, model),
                new Row("teacher.input", "pixels", teacher, model),
                new Row("teacher.output", "points", teacher, model),
                new Row("teacher.scale", "255", teacher, model),
                new Row("teacher.mean", "0.5", teacher, model),
                new Row("teacher.deviation", "0.25", teacher, model));
    }

    private static Stream<Row> training(String role, StepName step) {
        Set<StepName> itself = EnumSet.of(step);
        return Stream.of(
                row(role + ".network", "mlp", itself),
                new Row(role + ".width", "32", itself, Map.of(role + ".network", "resnet18")),
                new Row(role + ".initialWeights", "normal", itself, Map.of(role + ".network", "linear")),
                row(role + ".examples", "7", itself),
                row(role + ".epochs", "7", itself),
                row(role + ".batchSize", "7", itself),
                row(role + ".augmentation", "crop-flip", itself),
                row(role + ".optimizer", "adam", itself),
                row(role + ".learningRate", "0.7", itself),
                row(role + ".momentum", "0.7", itself),
                row(role + ".weightDecay", "0.7", itself),
                row(role + ".schedule", "cosine", itself),
                new Row(role + ".decayEpochs", "7", itself, Map.of(role + ".schedule", "step", role + ".epochs", "99")),
                new Row(
                        role + ".decayFactor",
                        "0.7",
                        itself,
                        Map.of(role + ".schedule", "step", role + ".epochs", "99")),
                new Row(role + ".warmupEpochs", "2", itself, Map.of(role + ".schedule", "warmup")),
                row(role + ".clipNorm", "0.7", itself),
                row(role + ".evaluateEvery", "2", itself));
    }

    private static Stream<Row> gate() {
        String expectation = "expectations.expectation.";
        Map<String, String> some = Map.of(expectation + "metric", "student", expectation + "max", "1");
        Map<String, String> several =
                Map.of(expectation + "metric", "student", expectation + "max", "1", "replicates", "3");
        Map<String, String> order =
                Map.of(expectation + "metric", "student", expectation + "above", "teacher", "replicates", "3");
        Map<String, String> swept = Map.of(
                expectation + "metric",
                "student",
                expectation + "max",
                "1",
                "replicates",
                "3",
                "sweep",
                "teacher.epochs=1,2");
        return Stream.of(
                row("baseline", "elsewhere.json", NONE),
                row("writeBaseline", "true", NONE),
                row("haltOnFailure", "false", NONE),
                new Row(expectation + "metric", "teacher", NONE, some),
                new Row(expectation + "min", "0.25", NONE, some),
                new Row(expectation + "max", "0.75", NONE, some),
                new Row(expectation + "above", "teacher", NONE, several),
                new Row(expectation + "times", "2", NONE, order),
                new Row(expectation + "by", "0.2", NONE, order),
                new Row(expectation + "noWorseThanBaselineBy", "0.02", NONE, some),
                new Row(expectation + "risesWith", "teacher.epochs", NONE, swept),
                new Row(expectation + "fallsWith", "teacher.epochs", NONE, swept));
    }

    @Test
    @DisplayName("no setting is forgotten in the table (on failure, say there which keys it changes)")
    void noneIsForgotten() {
        assertThat(table().map(Row::path))
                .containsExactlyInAnyOrderElementsOf(reader.catalog().all().stream()
                        .map(Setting::path)
                        .filter(path -> !ELSEWHERE.matcher(path).matches())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("table")
    void changesExactlyTheKeysOfTheTable(Row row) throws Exception {
        if (row.value() == null) {
            assertThat(setting(row.path()).type().choices())
                    .as("a second value has come")
                    .hasSize(1);
            return;
        }
        Map<StepName, String> base = keys(row.beside());
        Map<String, String> changed = new HashMap<>(row.beside());
        changed.put(row.path(), row.value());

        Map<StepName, String> keys = keys(changed);

        assertThat(StepName.values())
                .filteredOn(step -> !keys.get(step).equals(base.get(step)))
                .containsExactlyInAnyOrderElementsOf(row.changed());
    }

    @Test
    @DisplayName(
            "inputs of the teacher's data set are labelled anew where others are held out, and a student answers them")
    void whatIsHeldOutChangesTransferSetsAndAnswers() throws Exception {
        Map<String, String> ofSource = Map.of("transfer.inputs", "mnist");
        Map<String, String> some = Map.of("transfer.inputs", "mnist", "teacher.validation", "0.1");
        Map<String, String> asked =
                Map.of("transfer.inputs", "mnist", "teacher.validation", "0.1", "evaluationSets", "test,validation");
        Map<String, String> fewer = Map.of(
                "transfer.inputs", "mnist",
                "teacher.validation", "0.1",
                "evaluationSets", "test,validation",
                "teacher.examples", "5000");

        assertThat(changed(keys(ofSource), keys(some)))
                .containsExactly(StepName.TEACHER, StepName.TRANSFER, StepName.INDEPENDENT);
        assertThat(changed(keys(some), keys(asked))).containsExactly(StepName.TEACHER, StepName.STUDENT);
        assertThat(changed(keys(asked), keys(fewer)))
                .containsExactly(StepName.TEACHER, StepName.TRANSFER, StepName.INDEPENDENT, StepName.STUDENT);
    }

    @Test
    @DisplayName("inputs that the teacher did not learn are others where it learnt more")
    void whatIsUnseenDependsOnWhatTheTeacherLearnt() throws Exception {
        Map<String, String> unseen =
                Map.of("transfer.inputs", "mnist", "teacher.examples", "1000", "transfer.unseen", "true");
        Map<String, String> more = new HashMap<>(unseen);
        more.put("teacher.examples", "2000");

        assertThat(changed(keys(unseen), keys(more)))
                .containsExactly(StepName.TEACHER, StepName.TRANSFER, StepName.INDEPENDENT);
        assertThat(controlKey(new TrueLabelsControl(), unseen))
                .isNotEqualTo(controlKey(new TrueLabelsControl(), more))
                .isNotEqualTo(controlKey(
                        new TrueLabelsControl(), Map.of("transfer.inputs", "mnist", "teacher.examples", "1000")));
    }

    @Test
    @DisplayName("nothing is said in a key of what nothing is left out by")
    void whatLeavesNothingOutIsInNoKey() throws Exception {
        StepDefinitions definitions = new StepDefinitions(
                workspace(read("x", Map.of("transfer.inputs", "mnist")), Path.of("here"), "g:a"), new TreeMap<>());
        StepDefinition teacher = definitions.teacher();
        StepDefinition transfer = definitions.transfer(teacher.record(made(), made(), made(), NOW), List.of());
        StepDefinition student = definitions.student(transfer.record(made(), made(), made(), NOW));

        assertThat(teacher.settings())
                .doesNotContainKeys("teacher.validation", "evaluationInputs", "teacher.onlyClasses");
        assertThat(transfer.settings())
                .doesNotContainKeys(
                        "teacher.validation",
                        "transfer.omittedClasses",
                        "transfer.target",
                        "transfer.noise",
                        "transfer.norm",
                        "transfer.stepSize",
                        "transfer.iterate",
                        "transfer.untouched",
                        "transfer.ensemble",
                        "transfer.lambda",
                        "transfer.share",
                        "transfer.confidence",
                        "transfer.unseen",
                        "teacher.onlyClasses",
                        "teacher.examples",
                        "seed");
        assertThat(student.settings())
                .doesNotContainKeys(
                        "teacher.validation", "evaluationInputs", "student.initialization", "teacher.onlyClasses");
    }

    @Test
    @DisplayName("the seed stands in the key of a transfer set whose inputs, targets or labels are drawn")
    void whatIsDrawnDependsOnTheSeed() throws Exception {
        for (Map<String, String> drawn : List.of(
                Map.of("transfer.inputs", "mnist", "transfer.attack", "pgd", "transfer.target", "random"),
                Map.of("transfer.noise", "grey"),
                Map.of("transfer.inputs", "mnist", "transfer.keep", "confident-wrong", "transfer.confidence", "any"),
                Map.of("transfer.inputs", "mnist", "transfer.labels", "random"))) {
            Map<String, String> other = new HashMap<>(drawn);
            other.put("seed", "2");
            assertThat(changed(keys(drawn), keys(other))).contains(StepName.TRANSFER);
        }
    }

    @Test
    @DisplayName("a control depends on the targets, and on the attack where its own teacher moves inputs toward them")
    void controlsDependOnTargets() throws Exception {
        Map<String, String> random = Map.of(
                "transfer.inputs",
                "mnist",
                "transfer.attack",
                "pgd",
                "transfer.target",
                "random",
                "transfer.labels",
                "target");
        Map<String, String> next = new HashMap<>(random);
        next.put("transfer.target", "next");
        Map<String, String> farther = new HashMap<>(random);
        farther.put("transfer.epsilon", "0.3");

        assertThat(controlKey(new UnperturbedControl(), next))
                .isNotEqualTo(controlKey(new UnperturbedControl(), random));
        assertThat(controlKey(new UnperturbedControl(), farther))
                .isEqualTo(controlKey(new UnperturbedControl(), random));
        assertThat(controlKey(new PermutedLabelTeacherControl(), farther))
                .isNotEqualTo(controlKey(new PermutedLabelTeacherControl(), random));
    }

    /** Of a control of a treatment that is always the same. */
    private String controlKey(Control control, Map<String, String> written) throws Exception {
        StepDefinitions definitions =
                new StepDefinitions(workspace(read("x", written), Path.of("here"), "g:a"), new TreeMap<>());
        StepRecord same = definitions.data().record(made(), made(), made(), NOW);
        return definitions
                .control(control, same, control.hasOwnTeacher() ? Optional.of(same) : Optional.empty(), List.of())
                .key();
    }

    private static List<StepName> changed(Map<StepName, String> before, Map<StepName, String> after) {
        return Stream.of(StepName.values())
                .filter(step -> !before.get(step).equals(after.get(step)))
                .toList();
    }

    @Test
    void whatChangesNoKeyAndDecidesNothingStaysOffThePage() {
        Set<String> withoutEffect = new TreeSet<>();
        table().filter(row -> row.changed().isEmpty()).map(Row::path).forEach(withoutEffect::add);
        withoutEffect.removeAll(ACCEPTANCE);
        withoutEffect.removeAll(MORE);

        assertThat(SettingCatalog.LOCAL).containsExactlyInAnyOrderElementsOf(withoutEffect);
    }

    @Test
    void aKeyDoesNotDependOnWhereAndWhenAndUnderWhichNameAnExperimentRuns() throws Exception {
        Experiment one = read("one", Map.of());
        Experiment two = read("two", Map.of());

        assertThat(keys(workspace(two, Path.of("elsewhere"), "org.example:b")))
                .isEqualTo(keys(workspace(one, Path.of("here"), "org.example:a")));
    }

    @Test
    @DisplayName("the layers of a network of one's own count, and not how they are written")
    void layersOfAnOwnNetwork() throws Exception {
        Map<StepName, String> base = ofOwnNetwork("<layers><dense><units>16</units></dense></layers>");

        assertThat(ofOwnNetwork("<layers> <dense><units> 016 </units></dense></layers>"))
                .isEqualTo(base);
        assertThat(ofOwnNetwork("<layers><dense><units>17</units></dense></layers>"))
                .containsEntry(StepName.TRANSFER, base.get(StepName.TRANSFER))
                .containsEntry(StepName.TEACHER, base.get(StepName.TEACHER))
                .doesNotContainEntry(StepName.STUDENT, base.get(StepName.STUDENT));
    }

    private static Map<StepName, String> ofOwnNetwork(String layers) throws Exception {
        SettingLayer written = new SettingLayer(
                SettingValue.Origin.POM,
                Map.of(
                        "networks.network.name",
                        "small",
                        "networks.network.layers",
                        layers,
                        "student.network",
                        "small"));
        List<Network> networks = new OwnNetworks(List.of(), new ArrayList<>()).read(List.of(written));
        Experiment experiment =
                new ExperimentReader(new DatasetCatalog(), new MetricNames(), networks).read("x", List.of(written));
        return keys(workspace(experiment, Path.of("here"), "org.example:a"));
    }

    private Setting<?> setting(String path) {
        return reader.catalog().all().stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Map<StepName, String> keys(Map<String, String> written) throws Exception {
        return keys(workspace(read("x", written), Path.of("here"), "org.example:a"));
    }

    private Experiment read(String name, Map<String, String> written) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(Map.of("preset", "fashion-to-mnist"));
        all.putAll(written);
        return reader.read(name, List.of(new SettingLayer(SettingValue.Origin.POM, all)));
    }

    static Workspace workspace(Experiment experiment) {
        return workspace(experiment, Path.of("here"), "org.example:a");
    }

    /** A step that left these files. */
    static StepRecord recorded(StepDefinition step, String... files) {
        return step.record(made(files), made(), made(), NOW);
    }

    private static Workspace workspace(Experiment experiment, Path root, String project) {
        return Workspace.of(
                experiment,
                new DatasetCatalog(),
                experiment.model().map(model -> new FoundModel(model, made("saved_model.pb"), folder -> {})),
                root,
                new RunningBuild(
                        Instant.EPOCH,
                        project,
                        "1",
                        root,
                        RunningBuild.VERIFY,
                        List.of(),
                        List.of(),
                        Map.of(),
                        null,
                        new FileDigests()));
    }

    private static Map<StepName, String> keys(Workspace workspace) throws Exception {
        RunPolicy run = workspace.experiment().run();
        TensorFlowWorkers workers = new TensorFlowWorkers(
                run,
                WorkerBudget.of(workspace.experiment(), 1, 2, 16L << 30),
                host(run),
                () -> null,
                null,
                new WorkerLauncher(),
                Path.of("x"));
        StepDefinitions definitions = new StepDefinitions(workspace, workers.environment());
        Map<StepName, String> keys = new LinkedHashMap<>();
        keys.put(StepName.DATA, definitions.data().key());
        keys.put(StepName.TEACHER, definitions.teacher().key());
        // What a step reads is held fixed, so that each key shows what the settings themselves change.
        keys.put(
                StepName.TRANSFER,
                definitions
                        .transfer(
                                definitions.teacher().record(made("model/saved_model.pb"), made(), made(), NOW),
                                List.of())
                        .key());
        keys.put(
                StepName.INDEPENDENT,
                definitions
                        .independentAnswers(
                                definitions.data().record(made("inputs.npy"), made(), made(), NOW),
                                definitions.data().record(made("model/saved_model.pb"), made(), made(), NOW))
                        .key());
        keys.put(
                StepName.STUDENT,
                definitions
                        .student(definitions.data().record(made("labels-ubyte"), made(), made(), NOW))
                        .key());
        return keys;
    }

    private static TreeMap<String, String> made(String... files) {
        TreeMap<String, String> made = new TreeMap<>();
        for (String file : files) {
            made.put(file, "cc".repeat(32));
        }
        return made;
    }

    private static TensorFlowHost host(RunPolicy run) throws Exception {
        return new TensorFlowHost(
                Path.of("java"),
                List.of(),
                "1.0",
                "bb".repeat(32),
                new NamedRuntime(run.device()),
                new Processor("any", "any", "amd64", List.of()).instructionSet(run.instructionSet()),
                Optional.empty(),
                2,
                new TreeMap<>());
    }

    /** A runtime that is never resolved. */
    private record NamedRuntime(Device device) implements TensorFlowHost.Runtime {

        @Override
        public String name() {
            return ValueType.canonical(device);
        }

        @Override
        public String coordinates() {
            return name() + ":1.1.0";
        }

        @Override
        public String tensorflow() {
            return "2.18.0";
        }

        @Override
        public String jars() {
            return "aa".repeat(32);
        }

        @Override
        public List<Path> resolve() {
            throw new AssertionError("no key needs the runtime's jars");
        }
    }
}
