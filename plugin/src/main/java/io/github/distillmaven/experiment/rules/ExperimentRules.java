package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.experiment.run.JvmArguments;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.TrainingSettings;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.extension.training.Schedule;
import io.github.distillmaven.network.ComposedNetwork;
import io.github.distillmaven.network.MisfitException;
import io.github.distillmaven.network.NetworkPlan;

/** What must hold between settings that are each valid by itself. */
public final class ExperimentRules {

    /** 1 GB of weights. */
    private static final long MOST_PARAMETERS = 250_000_000;

    private final KnownDatasets datasets;
    private final SettingCatalog catalog;
    private final Components<Network> networks;

    /**
     * Rules for experiments.
     *
     * @param datasets that there are
     * @param catalog of the settings, for messages
     */
    public ExperimentRules(KnownDatasets datasets, SettingCatalog catalog) {
        this.datasets = datasets;
        this.catalog = catalog;
        this.networks = catalog.networks();
    }

    /** One sentence or more for each rule that is broken. */
    public List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>(ofTreatment(experiment));
        List<String> classes = new ClassRules(datasets).of(experiment);
        if (experiment.arms().stream()
                .allMatch(arm -> classes.containsAll(arm.transfer().omittedClasses()))) {
            problems.addAll(catalog.sets()
                    .refusals(experiment.evaluationSets(), experiment.dataset(), experiment.setup(classes)));
        }
        for (ExperimentArm arm : experiment.others()) {
            if (arm.role() == ArmRole.COMPARISON) {
                ofTreatment(experiment.as(arm)).stream()
                        .filter(problem -> !problems.contains(problem))
                        .map(problem -> "The student '" + arm.name() + "' in <students>: " + problem)
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private List<String> ofTreatment(Experiment experiment) {
        List<String> problems = new ArrayList<>(new ModelRules(datasets).violations(experiment));
        if (!problems.isEmpty()) {
            // The others speak of a teacher that is trained.
            return problems;
        }
        SideBySideRules sideBySide = new SideBySideRules(datasets, networks);
        DrawnRules drawn = new DrawnRules(datasets, sideBySide);
        if (drawn.concern(experiment)) {
            problems.addAll(drawn.violations(experiment));
            if (experiment.transfer().drawsInputs()
                    && experiment.transfer().inputs().equals(experiment.dataset())) {
                refuseUntold(experiment, problems);
            }
        } else {
            refuseForImages(experiment, problems);
            problems.addAll(sideBySide.violations(experiment));
            problems.addAll(new ExampleRules(datasets).violations(experiment));
        }
        problems.addAll(new AttackRules(datasets).violations(experiment));
        problems.addAll(InitializationRules.violations(experiment));
        if (experiment.transfer().allowSmall()
                && SettingValue.isWritten("transfer.minimumSize", experiment.settings())
                && !SettingValue.isWritten("transfer.allowSmall", experiment.settings())) {
            problems.add(
                    "<transfer><minimumSize> is set, but has no effect, because <allowSmall> is 'true' in the preset '%s'. Remove it, or set <allowSmall> to 'false'."
                            .formatted(experiment.preset().name()));
        }
        problems.addAll(new AuxiliaryRules(networks).violations(experiment));
        problems.addAll(SolverRules.violations(experiment));
        problems.addAll(catalog.source().unused(experiment.dataset(), experiment.settings()));
        refuseUnused("teacher", experiment.teacher(), experiment.settings(), problems);
        refuseUnused("student", experiment.student(), experiment.settings(), problems);
        problems.addAll(catalog.transfer().unused(experiment.transfer(), experiment.settings()));
        RunPolicy run = experiment.run();
        problems.addAll(new JvmArguments(run.jvmArguments()).violations());
        if (run.precision() == Precision.BFLOAT16 && run.device() != Device.CPU) {
            problems.add(
                    "<precision> is 'bfloat16', which is for <device> 'cpu', not '%s'. Set one of them to its default."
                            .formatted(ValueType.canonical(run.device())));
        }
        refuseImpossible(experiment, problems);
        refuseTooFewReplicates(experiment, problems);
        if (experiment.store().lock() && experiment.store().locked()) {
            problems.add("<lock> writes distill.lock.json and <locked> holds the results against it. Set one of them.");
        }
        refuseLostShard(experiment.store(), problems);
        return problems;
    }

    private static void refuseLostShard(StorePolicy store, List<String> problems) {
        boolean kept = store.mode().writes()
                || store.remote() != null && store.remoteMode().writes();
        if (store.shard().isPart() && !kept) {
            problems.add(
                    "<shard> is '%s', but neither the store nor a remote store may be written to, so no build could gather what this one makes. Allow writing to one of them with <storeMode> or <remoteMode>."
                            .formatted(store.shard()));
        }
    }

    private void refuseForImages(Experiment experiment, List<String> problems) {
        String source = experiment.dataset();
        String inputs = experiment.transfer().inputs();
        ExampleShape shape = datasets.shapeOf(experiment.source());
        if (!datasets.shapeOf(experiment.inputs()).equals(shape)) {
            problems.add("<transfer><inputs> is '%s' with images of %s, but the teacher learns '%s' with images of %s."
                            .formatted(inputs, datasets.shapeOf(experiment.inputs()), source, shape)
                    + " Choose inputs of the teacher's shape.");
        }
        refuseUntold(experiment, problems);
        problems.addAll(new ClassRules(datasets).violations(experiment));
        if (experiment.teacher().epochs() == 0) {
            problems.add(
                    "<teacher><epochs> is 0, which leaves the teacher as it was drawn, but '%s' has labels to learn. Set it to 1 or more."
                            .formatted(source));
        }
        int classes = datasets.classesOf(experiment.source()).size();
        if (experiment.model().isEmpty()) {
            refuseMisfit("teacher", experiment.teacher().network(), shape, classes, problems);
        }
        refuseMisfit("student", experiment.student().network(), shape, classes, problems);
    }

    /** Refuses what needs the true labels of inputs that have none. */
    private static void refuseUntold(Experiment experiment, List<String> problems) {
        Selection keep = experiment.transfer().keep().component();
        boolean untold = Untrue.concerns(experiment);
        Untrue untrue = Untrue.of(experiment);
        if (keep.needsTrueLabels() && untold) {
            problems.add("<transfer><keep> is '%s', but %s. Keep 'all', or set %s."
                    .formatted(keep.id(), untrue.reason(), untrue.remedy()));
        }
        Labelling labels = experiment.transfer().labels().component();
        if (labels.needsTrueLabels() && untold) {
            problems.add("<transfer><labels> is '%s', but %s. Set <labels> to 'predicted', or %s."
                    .formatted(labels.id(), untrue.reason(), untrue.remedy()));
        }
        AttackRules.refuseWithoutTrueLabels(experiment, problems);
        if (experiment.transfer().unseen() && untold) {
            problems.add("<transfer><unseen> is 'true', but %s. Set it to 'false', or %s."
                    .formatted(untrue.reason(), untrue.remedy()));
        }
    }

    private static void refuseImpossible(Experiment experiment, List<String> problems) {
        if (experiment.seed() + (experiment.replicates() - 1) < 0) {
            problems.add(
                    "<seed> %s leaves no seeds for %s <replicates>, of which each has the next one. Take a smaller seed."
                            .formatted(experiment.seed(), experiment.replicates()));
        }
        TransferPlan transfer = experiment.transfer();
        String names = experiment.treatment().control().isPresent() ? "<control> is" : "<controls> names";
        for (Control control : experiment.controls()) {
            if (control.needsTrueLabels() && Untrue.concerns(experiment)) {
                Untrue untrue = Untrue.of(experiment);
                problems.add("%s '%s', but %s. Remove it, or set %s."
                        .formatted(names, control.id(), untrue.reason(), untrue.remedy()));
            }
            if (control.hasOwnTeacher() && experiment.teacher().epochs() == 0) {
                problems.add(
                        "<controls> names '%s', whose teacher is the experiment's own where <teacher><epochs> is 0. Remove it."
                                .formatted(control.id()));
            }
            if (control.undoesPerturbation()
                    && !transfer.perturbation().component().moves()) {
                problems.add(
                        "%s '%s', which is the treatment itself where <transfer><attack> is '%s'. Remove it, or set <attack>."
                                .formatted(
                                        names,
                                        control.id(),
                                        transfer.perturbation().id()));
            }
            Labelling labels = transfer.labels().component();
            if (control.hasOwnTeacher() && !labels.asksTeacher() && !transfer.movesToTargets()) {
                problems.add(
                        "%s '%s', which is the treatment itself where <transfer><labels> is '%s' and no input is moved toward a target. Remove it, or set <labels> to 'predicted'."
                                .formatted(names, control.id(), labels.id()));
            }
            if (control.needsSelection() && transfer.keep().component().keepsAll()) {
                problems.add(
                        "%s '%s', which is the treatment itself where <transfer><keep> is '%s'. Remove it, or keep 'wrong' or 'correct'."
                                .formatted(names, control.id(), transfer.keep().id()));
            }
        }
    }

    private static void refuseTooFewReplicates(Experiment experiment, List<String> problems) {
        int replicates = experiment.replicates();
        if (replicates >= Condition.FEWEST_REPLICATES || experiment.gate().notHeld() != null) {
            return;
        }
        for (Expectation expectation : experiment.gate().expectations()) {
            expectation.conditions().stream()
                    .filter(Condition::pairsReplicates)
                    .forEach(condition -> problems.add(
                            "%s compares two %s over several seeds, but <replicates> is %s, which says nothing or too little about how far seeds scatter. Set <replicates>%s</replicates> or more, or remove it."
                                    .formatted(
                                            expectation.place(condition),
                                            condition instanceof Condition.Trend ? "cells" : "metrics",
                                            replicates,
                                            Condition.FEWEST_REPLICATES)));
        }
    }

    private void refuseMisfit(String role, Choice choice, ExampleShape shape, int classes, List<String> problems) {
        Network network = networks.get(choice.id());
        try {
            long parameters = NetworkPlan.of(network, choice, shape, classes).parameters();
            if (parameters > MOST_PARAMETERS) {
                problems.add(String.format(
                        Locale.ROOT,
                        "<%s><network> is '%s', which has %,d parameters for images of %s. At most %,d fit, since a training holds each four times in memory. Take smaller layers, or pool more before the first dense one.",
                        role,
                        choice.id(),
                        parameters,
                        shape,
                        MOST_PARAMETERS));
            }
        } catch (MisfitException e) {
            OptionalInt smallest = shape.ofAnImage() && !(network instanceof ComposedNetwork)
                    ? NetworkPlan.smallestSide(network, choice, shape.channels(), classes)
                    : OptionalInt.empty();
            String reason = smallest.isPresent() && smallest.getAsInt() > Math.min(shape.height(), shape.width())
                    ? "needs images of at least " + smallest.getAsInt() + "x" + smallest.getAsInt() + "; these are "
                            + shape
                    : "does not fit " + (shape.ofAnImage() ? "images" : "examples") + " of " + shape + ": "
                            + e.getMessage();
            problems.add("<" + role + "><network> is '" + choice.id() + "', which " + reason + ".");
        }
    }

    private void refuseUnused(String role, Training training, List<SettingValue> settings, List<String> problems) {
        TrainingSettings trainings = role.equals("teacher") ? catalog.teacher() : catalog.student();
        problems.addAll(
                trainings.network().unused(networks.get(training.network().id()), settings));
        Choice schedule = training.optimizer().schedule();
        Schedule chosen = Components.load(Schedule.class).get(schedule.id());
        problems.addAll(trainings.schedule().unused(chosen, settings));
        if (training.epochs() > 0) {
            chosen.refusal(training.epochs(), schedule)
                    .ifPresent(reason -> problems.add("<%s><schedule> is '%s', which %s, or choose another schedule."
                            .formatted(role, schedule.id(), reason)));
        }
    }
}
