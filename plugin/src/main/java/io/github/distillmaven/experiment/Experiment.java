package io.github.distillmaven.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.evaluation.HeldOutShare;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.option.Choice;

/**
 * One experiment, checked and complete.
 *
 * @param name its name: the id of the Maven execution; of a cell of a sweep with a slash and the name of the cell behind it
 * @param preset what it started from
 * @param seed the one seed that all its randomness derives from
 * @param source the data set that the teacher learns and the student is tested on, with its options where it has any
 * @param classes names of the classes of that data set which it is about; empty for all
 * @param validation share of the training examples that is held out from teacher and students
 * @param model what the teacher is, if it is not trained
 * @param teacher how the teacher is trained, if it is
 * @param arms the students of every replicate: the treatment, then the controls, then others, each in the order in which they are written
 * @param evaluationSets ids of the sets on which all models are evaluated, the test set first
 * @param replicates number of pairs of a teacher and a student, at least 1
 * @param run where and on what it runs
 * @param store what is kept, where, and what may be taken from there
 * @param gate what it has to come to
 * @param settings every setting that has one value, with its origin, in the order of the reference
 * @param lists what the user wrote of students and data sets, of which there may be many: texts by path
 */
public record Experiment(
        String name,
        Preset preset,
        long seed,
        Choice source,
        Set<String> classes,
        HeldOutShare validation,
        Optional<OwnModel> model,
        Training teacher,
        List<ExperimentArm> arms,
        List<String> evaluationSets,
        int replicates,
        RunPolicy run,
        StorePolicy store,
        Gate gate,
        List<SettingValue> settings,
        Map<String, String> lists) {

    public Experiment {
        classes = Set.copyOf(classes);
        arms = List.copyOf(arms);
        evaluationSets = List.copyOf(evaluationSets);
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /**
     * One of the replicates: this experiment with a seed of its own, as if a user had run it with that seed alone.
     *
     * @param index from 0, which has the experiment's own seed; each further one has the next seed
     */
    public Experiment replicate(int index) {
        return ofSeed(seed + index);
    }

    /**
     * What trains a further teacher of this replicate: the replicate of a seed that is drawn for it.
     *
     * @param number from 1
     */
    public Experiment member(int number) {
        return ofSeed(new Seeds(seed).further("ensemble", number).get(number - 1));
    }

    /**
     * This experiment as a cell of a sweep.
     *
     * @param cell its name, below that of the sweep
     * @param before how many replicates the cells before it have
     */
    public Experiment cell(String cell, int before) {
        return with(name + "/" + cell, store.after(before), gate.ofCell());
    }

    /**
     * What a sweep has in common, of which this is a cell.
     *
     * @param sweep its name
     * @param whole what has to hold between its cells
     */
    public Experiment ofSweep(String sweep, Gate whole) {
        return with(sweep, store, whole);
    }

    private Experiment with(String otherName, StorePolicy otherStore, Gate otherGate) {
        return new Experiment(
                otherName,
                preset,
                seed,
                source,
                classes,
                validation,
                model,
                teacher,
                arms,
                evaluationSets,
                replicates,
                run,
                otherStore,
                otherGate,
                settings,
                lists);
    }

    private Experiment ofSeed(long other) {
        String own = Long.toString(other);
        return new Experiment(
                name,
                preset,
                other,
                source,
                classes,
                validation,
                model,
                teacher,
                arms,
                evaluationSets,
                1,
                run,
                store,
                gate,
                settings.stream()
                        .map(setting -> setting.path().equals("seed")
                                ? new SettingValue(setting.path(), own, setting.origin())
                                : setting)
                        .toList(),
                lists);
    }

    /** The same experiment with another of its arms as its treatment, and no other arm. */
    public Experiment as(ExperimentArm arm) {
        Map<String, SettingValue> own =
                arm.settings().stream().collect(Collectors.toMap(SettingValue::path, Function.identity()));
        return new Experiment(
                name,
                preset,
                seed,
                source,
                classes,
                validation,
                model,
                teacher,
                List.of(arm),
                evaluationSets,
                replicates,
                run,
                store,
                gate,
                settings.stream()
                        .map(setting -> own.getOrDefault(setting.path(), setting))
                        .toList(),
                lists);
    }

    /** Name of the data set that the teacher learns and the student is tested on. */
    public String dataset() {
        return source.id();
    }

    /** The data set that the treatment's inputs are of, with its options where it has any. */
    public Choice inputs() {
        return transfer().inputs().equals(dataset())
                ? source
                : Choice.of(transfer().inputs());
    }

    /** The student that the experiment is about. */
    public ExperimentArm treatment() {
        return arms.get(0);
    }

    /** All arms but the treatment. */
    public List<ExperimentArm> others() {
        return arms.subList(1, arms.size());
    }

    /** How many further teachers each replicate has: as many as the arm needs that needs most. */
    public int ensemble() {
        return arms.stream().mapToInt(arm -> arm.transfer().ensemble()).max().orElse(0);
    }

    /** Its controls: what rearranges the treatment's transfer set, for the treatment itself where that is a further student. */
    public List<Control> controls() {
        return arms.stream()
                .filter(arm -> arm.role() == ArmRole.CONTROL || arm == treatment())
                .flatMap(arm -> arm.control().stream())
                .toList();
    }

    /** How the treatment's transfer set is made. */
    public TransferPlan transfer() {
        return treatment().transfer();
    }

    /** How the treatment's student is trained. */
    public Training student() {
        return treatment().training();
    }

    /** What evaluation sets may depend on: the classes that the treatment leaves out, or where it leaves out none, those of others. */
    public EvaluationSet.Setup setup(List<String> classes) {
        Set<String> ofTreatment = transfer().omittedClasses();
        Set<String> omitted = ofTreatment.isEmpty()
                ? arms.stream()
                        .flatMap(arm -> arm.transfer().omittedClasses().stream())
                        .collect(Collectors.toSet())
                : ofTreatment;
        return new EvaluationSet.Setup(
                classes,
                IntStream.range(0, classes.size())
                        .filter(label -> omitted.contains(classes.get(label)))
                        .boxed()
                        .collect(Collectors.toSet()),
                validation.value());
    }

    /** Whether its models are trained side by side: where that is wanted, and where examples are drawn, whose models are small. */
    public boolean sideBySide() {
        return run.sideBySide()
                || Components.load(DataSource.class).find(dataset()).isPresent();
    }

    /** The seeds of all replicates, the experiment's own first. */
    public List<Long> seeds() {
        return IntStream.range(0, replicates).mapToObj(index -> seed + index).toList();
    }
}
