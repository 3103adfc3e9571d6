package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.distillmaven.evaluation.ChosenSets;
import io.github.distillmaven.evaluation.HeldOutShare;
import io.github.distillmaven.evaluation.OneClassSet;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.option.ValueType;

/** Everything that a user can set: the source of validation, of the reference and of the keys. */
public final class SettingCatalog {

    /** Path of the setting that names the experiment. */
    public static final String NAME = "experiment";

    /** Paths of the settings that say where and how a build works, and nothing about the experiment. */
    public static final Set<String> LOCAL = Set.of(
            NAME,
            "workers",
            "mirror",
            "plan",
            "cluster.master",
            "cluster.version",
            "cluster.options",
            "jvmArguments",
            "store",
            "storeMode",
            "storeLimit",
            "rerun",
            "remote",
            "remoteMode",
            "remoteTrust",
            "lock",
            "locked",
            "checkpointSeconds",
            "shard",
            "attach",
            SweepSettings.PATH,
            SweepSettings.LIMIT,
            "baseline",
            "writeBaseline",
            "haltOnFailure",
            "expectations.expectation.metric",
            "expectations.expectation.min",
            "expectations.expectation.max",
            "expectations.expectation.above",
            "expectations.expectation.times",
            "expectations.expectation.by",
            "expectations.expectation.noWorseThanBaselineBy",
            "expectations.expectation.risesWith",
            "expectations.expectation.fallsWith");

    private static final long MOST_REPLICATES = 1000;
    private static final String ALL_CLASSES = "all";

    private final Setting<String> experiment = new Setting<>(
            NAME,
            ValueType.text("the name of an experiment"),
            null,
            "Name of the experiment and of its folder; by default the execution's `<id>`. Several executions with the"
                    + " same name share one experiment.");
    private final Setting<String> preset;
    private final Setting<String> presetFile = new Setting<>(
            "presetFile",
            UserPath.type("a file"),
            null,
            "A preset of your own to start from instead, relative to the folder of the POM: a file such as"
                    + " `src/distill/mine.xml`, written like the plugin's presets.");
    private final Setting<Long> seed;
    private final Setting<Long> replicates = new Setting<>(
            "replicates",
            ValueType.wholeNumber(1, MOST_REPLICATES),
            "1",
            "Number of replicates, each a teacher with its students. The first has the experiment's seed, and each"
                    + " further one the next seed, with the same results as an experiment of that seed with the same"
                    + " number of threads.");
    private final Components<Control> knownControls = Components.load(Control.class);
    private final Setting<Set<String>> controls = new Setting<>(
            "controls",
            ValueType.setOrNone("controls", knownControls.ids()),
            ValueType.NONE,
            "Further students of every replicate that differ from the treatment in their transfer set alone, separated by commas: "
                    + ReferenceText.listed(knownControls.ids()) + "; or `none`.");
    private final Setting<Set<String>> evaluationSets;
    private final Setting<String> dataset;
    private final OptionSettings<DataSource> source;
    private final Setting<Set<String>> classes = new Setting<>(
            "teacher.onlyClasses",
            ValueType.namesOr("classes", ALL_CLASSES),
            ALL_CLASSES,
            "Classes to use, two or more, by their names in the data set and separated by commas, such as `cat, dog`;"
                    + " or `all`. Examples of other classes are neither learnt nor labelled, and no model is tested on"
                    + " them.");
    private final Setting<Double> validation = new Setting<>(
            "teacher.validation",
            ValueType.number("a number from 0 to below 1", share -> share >= 0 && share < 1),
            "0.0",
            "Share of the teacher's training examples to hold out, equally from every class, drawn by the seed. No"
                    + " teacher learns them, and if the inputs are from the same data set, no student sees them. They"
                    + " are the evaluation set `validation`.");
    private final ChosenSets sets = new ChosenSets();
    private final Components<Network> networks;
    private final ModelSettings model = new ModelSettings();
    private final TrainingSettings teacher;
    private final TransferSettings transfer;
    private final TrainingSettings student;
    private final StudentSettings students;
    private final DatasetSettings ownData = new DatasetSettings();
    private final RunSettings run = new RunSettings();
    private final StoreSettings store = new StoreSettings();
    private final GateSettings gate = new GateSettings();
    private final SweepSettings sweep = new SweepSettings();

    /**
     * @param datasets names of the data sets that there are
     * @param presets names of the presets that there are, the default first
     */
    public SettingCatalog(List<String> datasets, List<String> presets) {
        this(datasets, presets, List.of());
    }

    /**
     * @param datasets names of the data sets that there are
     * @param presets names of the presets that there are, the default first
     * @param own networks that the user declares
     */
    public SettingCatalog(List<String> datasets, List<String> presets, List<Network> own) {
        networks = Components.of(
                Network.class,
                Stream.concat(Components.load(Network.class).all().stream(), own.stream())
                        .toList());
        teacher = TrainingSettings.ofTeachers(networks);
        student = TrainingSettings.ofStudents(networks);
        preset = new Setting<>(
                "preset",
                ValueType.nameOf("preset", presets),
                presets.get(0),
                "The experiment to start from: " + ReferenceText.listed(presets)
                        + ". It sets everything; your elements override single settings.");
        seed = new Setting<>(
                "seed",
                ValueType.wholeNumber(0, Long.MAX_VALUE),
                "1",
                "The seed of the experiment. Everything random derives from it, such as initial weights and shuffling.");
        evaluationSets = new Setting<>(
                "evaluationSets",
                ValueType.setOf(
                        "evaluation sets",
                        sets.components().ids(),
                        OneClassSet.PREFIX,
                        "class- before the name of a class"),
                EvaluationSet.TEST,
                "Sets on which all models are evaluated, separated by commas: "
                        + ReferenceText.described(sets.components().all())
                        + "; or `class-` before the name of a class, such as `class-3`: the test images of this class, so"
                        + " that the test accuracy is its recall. `test` is always included.");
        dataset = new Setting<>(
                "teacher.dataset",
                ValueType.nameOf("data set", datasets),
                null,
                "Data set that the teacher learns, and whose test set the student is tested on: "
                        + ReferenceText.listed(datasets) + ".");
        source = new OptionSettings<>(dataset, Components.load(DataSource.class));
        transfer = new TransferSettings(datasets);
        students = new StudentSettings(transfer, student, knownControls);
    }

    /** All settings, in the order of the reference. */
    public List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(experiment));
        all.addAll(single());
        all.addAll(students.all());
        all.addAll(gate.expectations().all());
        all.addAll(ownData.all());
        all.addAll(OwnNetworkSettings.all());
        all.addAll(sweep.all());
        return List.copyOf(all);
    }

    /** Those that a reference lists: without what a further student says again of itself. */
    public List<Setting<?>> reference() {
        return all().stream()
                .filter(setting -> !StudentSettings.repeats(setting))
                .toList();
    }

    /**
     * The elements below a path that say again of one student what others say of all.
     *
     * @return paths below {@code parent}, by the element that says it of all, such as {@code student}
     */
    public Map<String, List<String>> repeated(String parent) {
        return parent.equals(StudentSettings.PATH) ? students.repeated() : Map.of();
    }

    /** Those that have one value. */
    public List<Setting<?>> single() {
        List<Setting<?>> all = new ArrayList<>(scientific());
        all.addAll(run.all());
        all.addAll(store.all());
        all.addAll(gate.all());
        return List.copyOf(all);
    }

    /** Those that say what an experiment is, not where it runs or what is done with its results. */
    public List<Setting<?>> scientific() {
        List<Setting<?>> all =
                new ArrayList<>(List.of(preset, presetFile, seed, replicates, controls, evaluationSets, dataset));
        all.addAll(source.all());
        all.add(classes);
        all.addAll(model.all());
        all.addAll(ofTraining());
        all.addAll(transfer.all());
        all.addAll(student.all());
        return List.copyOf(all);
    }

    /** Those of a teacher that is trained alone. */
    public List<Setting<?>> ofTraining() {
        List<Setting<?>> all = new ArrayList<>(List.of(validation));
        all.addAll(teacher.all());
        return List.copyOf(all);
    }

    /** The networks that a model can have. */
    public Components<Network> networks() {
        return networks;
    }

    /** The preset of the plugin that an experiment starts from. */
    public Setting<String> preset() {
        return preset;
    }

    /** The file of the user that it starts from instead. */
    public Setting<String> presetFile() {
        return presetFile;
    }

    /** The one seed of an experiment. */
    public Setting<Long> seed() {
        return seed;
    }

    /** How often a teacher and its students are trained. */
    public Setting<Long> replicates() {
        return replicates;
    }

    /** The controls that an experiment can have. */
    public Components<Control> knownControls() {
        return knownControls;
    }

    /** The controls of an experiment, by id. */
    public Setting<Set<String>> controls() {
        return controls;
    }

    /** The evaluation sets that an experiment has, the test set first. */
    public List<String> evaluationSets(ResolvedSettings values) {
        List<String> all = new ArrayList<>(List.of(EvaluationSet.TEST));
        values.find(evaluationSets).stream()
                .flatMap(Set::stream)
                .filter(set -> !set.equals(EvaluationSet.TEST))
                .forEach(all::add);
        values.find(dataset)
                .flatMap(Components.load(DataSource.class)::find)
                .ifPresent(source -> source.evaluationSets().stream()
                        .filter(set -> !source.isForShow(set))
                        .forEach(all::add));
        return all;
    }

    /** The data set that the teacher learns. */
    public Setting<String> dataset() {
        return dataset;
    }

    /** The options of the data set that the teacher learns, if it is drawn. */
    public OptionSettings<DataSource> source() {
        return source;
    }

    /** What must hold for evaluation sets. */
    public ChosenSets sets() {
        return sets;
    }

    /** Names of the classes that an experiment is about; empty for all. */
    public Set<String> classes(ResolvedSettings values) {
        Set<String> chosen = values.get(classes);
        return chosen.equals(Set.of(ALL_CLASSES)) ? Set.of() : chosen;
    }

    /** What is held out of the training examples. */
    public HeldOutShare validation(ResolvedSettings values) {
        return new HeldOutShare(values.get(validation));
    }

    /** The teacher that is not trained. */
    public ModelSettings model() {
        return model;
    }

    /** How the teacher is trained. */
    public TrainingSettings teacher() {
        return teacher;
    }

    /** How the transfer set is made. */
    public TransferSettings transfer() {
        return transfer;
    }

    /** How the student is trained. */
    public TrainingSettings student() {
        return student;
    }

    /** What further students have of their own. */
    public StudentSettings students() {
        return students;
    }

    /** On what an experiment runs. */
    public RunSettings run() {
        return run;
    }

    /** Where results are kept. */
    public StoreSettings store() {
        return store;
    }

    /** What can be said of data sets of the user's own. */
    public DatasetSettings ownData() {
        return ownData;
    }

    /** What is expected of the results. */
    public GateSettings gate() {
        return gate;
    }

    /** What cells differ in, where there are several. */
    public SweepSettings sweep() {
        return sweep;
    }
}
