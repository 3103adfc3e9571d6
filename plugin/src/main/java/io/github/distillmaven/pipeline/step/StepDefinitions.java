package io.github.distillmaven.pipeline.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.option.ValueType;

/** What decides each step of one experiment. */
public final class StepDefinitions {

    private static final String SEED = "seed";
    private static final String CONTROL = "control";
    private static final String PRECISION = "precision";
    private static final String SOURCE = "teacher.dataset";
    private static final String CLASSES = "teacher.onlyClasses";
    private static final String INPUTS = "transfer.inputs";
    private static final String EXAMPLES = "transfer.examples";
    private static final String NORMALIZATION = "transfer.normalization";
    private static final String LABELS = "transfer.labels";
    private static final String NOISE = "transfer.noise";
    private static final String TARGET = "transfer.target";

    private static final String TEACHER_EXAMPLES = "teacher.examples";
    private static final String VALIDATION = "teacher.validation";
    private static final String UNSEEN = "transfer.unseen";
    private static final String OMITTED = "transfer.omittedClasses";

    /** Where a model lies. */
    private static final String MODEL = "model/";

    /** Where the examples lie that a teacher drew. */
    private static final String DRAWN = "examples/";

    /** They decide whether a transfer set is accepted, not what is in it. */
    private static final List<String> ACCEPTANCE = List.of("transfer.minimumSize", "transfer.allowSmall");

    /** Keys say nothing of these settings where they have these values: there are keys that are older. */
    private static final Map<String, String> YOUNGER = Map.ofEntries(
            Map.entry("teacher.dimensions", "20"),
            Map.entry("teacher.classes", "2"),
            Map.entry("teacher.initialWeights", "uniform"),
            Map.entry("student.initialWeights", "uniform"),
            Map.entry(TARGET, "untargeted"),
            Map.entry(NOISE, "none"),
            Map.entry("transfer.norm", "linf"),
            Map.entry("transfer.stepSize", "0.0"),
            Map.entry("transfer.iterate", "last"),
            Map.entry("transfer.untouched", "chosen-by-teacher"),
            Map.entry("transfer.ensemble", "0"),
            Map.entry("transfer.lambda", "0.0"),
            Map.entry("transfer.share", "0.5"),
            Map.entry("transfer.confidence", "highest"),
            Map.entry(UNSEEN, "false"),
            Map.entry(CLASSES, "all"),
            Map.entry("student.initialization", "own"),
            Map.entry("teacher.decayEpochs", "30"),
            Map.entry("student.decayEpochs", "30"),
            Map.entry("teacher.decayFactor", "0.1"),
            Map.entry("student.decayFactor", "0.1"),
            Map.entry("teacher.warmupEpochs", "5"),
            Map.entry("student.warmupEpochs", "5"),
            Map.entry("teacher.clipNorm", "0.0"),
            Map.entry("student.clipNorm", "0.0"),
            Map.entry("teacher.evaluateEvery", "1"),
            Map.entry("student.evaluateEvery", "1"));

    private final Workspace workspace;
    private final SortedMap<String, String> environment;
    private final boolean sideBySide;

    /** @param environment what is known to change the bits of a TensorFlow step */
    public StepDefinitions(Workspace workspace, SortedMap<String, String> environment) {
        this.workspace = workspace;
        sideBySide = workspace.experiment().sideBySide();
        this.environment = sideBySide ? SideBySide.environment(environment) : environment;
    }

    /** The data depend on nothing but the digests that pin them. */
    public StepDefinition data() {
        SortedMap<String, String> inputs = new TreeMap<>();
        workspace.datasets().forEach(dataset -> inputs.putAll(files(dataset)));
        return new StepDefinition(StepName.DATA, new TreeMap<>(), inputs, new TreeMap<>());
    }

    /** The teacher of the replicate, which its arms share; all replicates do if it is not trained. */
    public StepDefinition teacher() {
        if (workspace.model().isPresent()) {
            return given(workspace.model().get());
        }
        return new StepDefinition(
                StepName.TEACHER,
                ofModel(
                        StepName.TEACHER,
                        settings(path -> List.of(SEED, PRECISION).contains(path) || path.startsWith("teacher."))),
                files(workspace.source()),
                environment);
    }

    /** A teacher that is not trained: a seed decides nothing of it but what it is asked beside the test set. */
    private StepDefinition given(FoundModel model) {
        boolean askedMore = !new EvaluationInputs(workspace).further().isEmpty();
        SortedMap<String, String> inputs = files(workspace.source());
        model.files().forEach((name, digest) -> inputs.put(MODEL + name, digest));
        return new StepDefinition(
                StepName.TEACHER,
                ofModel(
                        StepName.TEACHER,
                        settings(path -> path.startsWith("teacher.") && !path.equals(OwnModel.SETTING)
                                || path.equals(SEED) && askedMore)),
                inputs,
                environment);
    }

    /**
     * A further teacher of the replicate.
     *
     * @param number from 1
     */
    public StepDefinition member(int number) {
        return new StepDefinitions(workspace.member(number), environment).teacher();
    }

    /**
     * The transfer set.
     *
     * @param teacher that labels it
     * @param ensemble further teachers that its attack is not to fool
     */
    public StepDefinition transfer(StepRecord teacher, List<StepRecord> ensemble) {
        SortedMap<String, String> inputs = files(workspace.inputs());
        inputs.putAll(outputs(teacher, name -> name.startsWith(MODEL) || name.startsWith(DRAWN)));
        inputs.putAll(models(ensemble));
        SortedMap<String, String> settings =
                settings(path -> ofSource(path) || ofLabelling(path) || path.equals(SEED) && draws());
        settings.putAll(leftOutOfInputs());
        return new StepDefinition(StepName.TRANSFER, settings, inputs, environment);
    }

    /** The own teacher of a control: it differs from the experiment's in the labels of its training images alone. */
    public StepDefinition teacherOf(Control control) {
        StepDefinition teacher = teacher();
        SortedMap<String, String> settings = new TreeMap<>(teacher.settings());
        settings.put(CONTROL, control.id());
        SortedMap<String, String> inputs = new TreeMap<>(teacher.inputs());
        if (workspace.source().drawn()) {
            // It learns what that teacher drew.
            inputs.put(StepName.TEACHER.folder(), teacher.key());
        }
        return new StepDefinition(StepName.TEACHER, settings, inputs, environment);
    }

    /**
     * The transfer set of a control.
     *
     * @param treatment the transfer set that it starts from
     * @param labeller the teacher that labels, if it is another one than the treatment's
     * @param ensemble further teachers that its attack is not to fool, if that teacher moves inputs
     */
    public StepDefinition control(
            Control control, StepRecord treatment, Optional<StepRecord> labeller, List<StepRecord> ensemble) {
        SortedMap<String, String> settings =
                settings(path -> List.of(SEED, INPUTS, EXAMPLES, UNSEEN, NOISE, NORMALIZATION, OMITTED, TARGET)
                                .contains(path)
                        || ofSource(path)
                        || ofLabelling(path) && ownTeacherMoves(labeller));
        settings.putAll(leftOutOfInputs());
        Chosen<Labelling> labels = workspace.experiment().transfer().labels();
        settings.put(LABELS, labels.id());
        labels.choice().values().forEach((option, value) -> settings.put("transfer." + option, value));
        settings.put(CONTROL, control.id());
        SortedMap<String, String> inputs = files(workspace.inputs());
        inputs.putAll(outputs(
                treatment,
                List.of(
                        TransferSet.TABLE,
                        TransferSet.PREDICTIONS,
                        TransferSet.LOGITS,
                        TransferSet.AUXILIARY,
                        TransferSet.INPUTS)::contains));
        inputs.putAll(drawn(treatment));
        labeller.ifPresent(teacher -> inputs.putAll(outputs(teacher, name -> name.startsWith(MODEL))));
        inputs.putAll(models(ensemble));
        return new StepDefinition(
                StepName.TRANSFER, settings, inputs, labeller.isPresent() ? environment : withoutTensorFlow());
    }

    /**
     * What an independent teacher answers to inputs that were moved for another one.
     *
     * @param transfer the set that they were moved for
     * @param independent that teacher
     */
    public StepDefinition independentAnswers(StepRecord transfer, StepRecord independent) {
        SortedMap<String, String> settings =
                settings(path -> List.of(INPUTS, EXAMPLES, UNSEEN, NOISE, NORMALIZATION, OMITTED, TARGET)
                                .contains(path)
                        || ofSource(path)
                        || path.equals(SEED) && draws());
        settings.putAll(leftOutOfInputs());
        SortedMap<String, String> inputs = files(workspace.inputs());
        inputs.putAll(outputs(transfer, TransferSet.INPUTS::equals));
        inputs.putAll(outputs(independent, name -> name.startsWith(MODEL)));
        return new StepDefinition(StepName.INDEPENDENT, settings, inputs, environment);
    }

    /**
     * A student.
     *
     * @param transfer what it is trained on
     */
    public StepDefinition student(StepRecord transfer) {
        SortedMap<String, String> inputs = outputs(transfer, ExampleFiles::names);
        inputs.putAll(files(workspace.source()));
        inputs.putAll(drawn(transfer));
        SortedMap<String, String> settings = ofModel(
                StepName.STUDENT,
                settings(path -> List.of(SEED, PRECISION, INPUTS, NORMALIZATION).contains(path)
                        || ofSource(path)
                        || path.startsWith("student.")));
        double temperature = workspace.experiment().transfer().temperature();
        if (temperature != 1) {
            settings.put("temperature", ValueType.canonical(temperature));
        }
        return new StepDefinition(StepName.STUDENT, settings, inputs, environment);
    }

    private SortedMap<String, String> ofModel(StepName step, SortedMap<String, String> settings) {
        Training training = step == StepName.TEACHER
                ? workspace.experiment().teacher()
                : workspace.experiment().student();
        training.layers().ifPresent(layers -> settings.put(step.folder() + ".layers", layers));
        if (sideBySide) {
            settings.putAll(new SideBySide(workspace).settings(step));
        }
        String evaluated = new EvaluationInputs(workspace).further();
        if (!evaluated.isEmpty()) {
            settings.put("evaluationInputs", evaluated);
            settings.putAll(heldOut());
        }
        return settings;
    }

    /** What decides which inputs are left out because they are held out, or because the teacher learnt them. */
    private SortedMap<String, String> leftOutOfInputs() {
        SortedMap<String, String> settings = workspace.inputsAreOfSource() ? heldOut() : new TreeMap<>();
        if (workspace.experiment().transfer().unseen()) {
            settings.putAll(settings(TEACHER_EXAMPLES::equals));
        }
        return settings;
    }

    private SortedMap<String, String> heldOut() {
        return workspace.experiment().validation().isNone()
                ? new TreeMap<>()
                : settings(List.of(SEED, TEACHER_EXAMPLES, VALIDATION)::contains);
    }

    /** What the teacher drew, as a transfer set was made of it: all students of the replicate are tested on that. */
    private static SortedMap<String, String> drawn(StepRecord transfer) {
        SortedMap<String, String> drawn = new TreeMap<>(transfer.inputs());
        drawn.keySet().removeIf(name -> !name.startsWith(StepName.TEACHER.folder() + "/" + DRAWN));
        return drawn;
    }

    private SortedMap<String, String> settings(Predicate<String> matters) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (SettingValue setting : workspace.experiment().settings()) {
            if (matters.test(setting.path())
                    && !leavesNothingOut(setting.path())
                    && !setting.value().equals(YOUNGER.get(setting.path()))) {
                settings.put(setting.path(), setting.value());
            }
        }
        return settings;
    }

    /** Where nothing is left out, keys say nothing of it: they are older than these settings. */
    private boolean leavesNothingOut(String setting) {
        Experiment experiment = workspace.experiment();
        return setting.equals(VALIDATION) && experiment.validation().isNone()
                || setting.equals(OMITTED)
                        && experiment.transfer().omittedClasses().isEmpty();
    }

    private static boolean ofSource(String path) {
        return List.of(SOURCE, CLASSES).contains(path);
    }

    private static boolean ofLabelling(String path) {
        return path.startsWith("transfer.") && !ACCEPTANCE.contains(path);
    }

    /** Whether anything of a transfer set is drawn: inputs, targets, labels, where inputs are moved, or which of them are kept. */
    private boolean draws() {
        TransferPlan transfer = workspace.experiment().transfer();
        return transfer.target().targets()
                || transfer.labels().component().draws()
                || transfer.keep().component().draws()
                || transfer.noise().component().replaces()
                || transfer.drawsInputs()
                || transfer.perturbation().component().draws();
    }

    private boolean ownTeacherMoves(Optional<StepRecord> labeller) {
        return labeller.isPresent() && workspace.experiment().transfer().movesToTargets();
    }

    private SortedMap<String, String> withoutTensorFlow() {
        SortedMap<String, String> plugin = new TreeMap<>(environment);
        plugin.keySet().retainAll(List.of("plugin", "libraries"));
        return plugin;
    }

    private static SortedMap<String, String> files(DatasetSpec dataset) {
        SortedMap<String, String> files = new TreeMap<>();
        dataset.files().forEach(file -> files.put(dataset.name() + "/" + file.name(), file.sha256()));
        return files;
    }

    /** Of further teachers, each under its number. */
    private static SortedMap<String, String> models(List<StepRecord> ensemble) {
        SortedMap<String, String> models = new TreeMap<>();
        for (int index = 0; index < ensemble.size(); index++) {
            String place = "ensemble/" + (index + 1) + "/";
            outputs(ensemble.get(index), name -> name.startsWith(MODEL))
                    .forEach((name, digest) -> models.put(place + name, digest));
        }
        return models;
    }

    private static SortedMap<String, String> outputs(StepRecord step, Predicate<String> matters) {
        SortedMap<String, String> outputs = new TreeMap<>();
        step.outputs().forEach((name, digest) -> {
            if (matters.test(name)) {
                outputs.put(step.step() + "/" + name, digest);
            }
        });
        return outputs;
    }
}
