package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.extension.training.Schedule;
import io.github.distillmaven.network.ComposedNetwork;

/** The settings below {@code <teacher>} and {@code <student>} that say how a model is trained. */
public final class TrainingSettings {

    private static final long MANY = 1_000_000;

    private final ComponentSetting<Network> network;
    private final Setting<Long> examples;
    private final Setting<Long> epochs;
    private final Setting<Long> batchSize;
    private final Setting<Augmentation> augmentation;
    private final Setting<Optimizer.Algorithm> optimizer;
    private final Setting<Double> learningRate;
    private final Setting<Double> momentum;
    private final Setting<Double> weightDecay;
    private final ComponentSetting<Schedule> schedule;
    private final Setting<Double> clipNorm;
    private final Setting<Long> evaluateEvery;
    private final Optional<Setting<Training.Initialization>> initialization;

    /** Of teachers, which begin with weights of their own. */
    static TrainingSettings ofTeachers(Components<Network> networks) {
        return new TrainingSettings("teacher", networks, Optional.empty());
    }

    /** Of students. */
    static TrainingSettings ofStudents(Components<Network> networks) {
        return new TrainingSettings(
                "student",
                networks,
                Optional.of(new Setting<>(
                        "student.initialization",
                        ValueType.constantOf(Training.Initialization.class),
                        "own",
                        "Initial weights of the student: its `own`, drawn by the seed, or the initial weights of its"
                                + " `teacher`, for which both need the same network.")));
    }

    private TrainingSettings(
            String role, Components<Network> networks, Optional<Setting<Training.Initialization>> initialization) {
        this.initialization = initialization;
        network = new ComponentSetting<>(role, "network", networks, "cnn", "Architecture of the " + role);
        examples = new Setting<>(
                role + ".examples",
                ValueType.wholeNumber(0, MANY),
                "0",
                "Number of training examples, the first ones; 0 means all.");
        epochs = new Setting<>(
                role + ".epochs",
                ValueType.wholeNumber(role.equals("teacher") ? 0 : 1, 10_000),
                "10",
                "Passes over the training examples"
                        + (role.equals("teacher")
                                ? "; 0 if they have no labels, so that the teacher keeps its random weights."
                                : "."));
        batchSize =
                new Setting<>(role + ".batchSize", ValueType.wholeNumber(1, MANY), "64", "Examples per training step.");
        augmentation = new Setting<>(
                role + ".augmentation",
                ValueType.constantOf(Augmentation.class),
                "none",
                "Augmentation of training images: `none`, or `crop-flip` (padded with four black pixels on each side,"
                        + " cropped at random to the original size, half of them mirrored).");
        optimizer = new Setting<>(
                role + ".optimizer",
                ValueType.constantOf(Optimizer.Algorithm.class),
                "sgd",
                "Update rule: `sgd` (with momentum) or `adam`; or a direct solver for `linear` networks trained side"
                        + " by side: `least-squares` (of logits, from `soft` labels) or `largest-margin` (of classes).");
        learningRate = new Setting<>(
                role + ".learningRate",
                ValueType.single("a number above 0", value -> value > 0),
                "0.01",
                "Step size at the start of training.");
        momentum = new Setting<>(
                role + ".momentum",
                ValueType.single("a number from 0 to below 1", value -> value >= 0 && value < 1),
                "0.5",
                "Heavy-ball momentum. Only `sgd` uses it.");
        weightDecay = new Setting<>(
                role + ".weightDecay",
                ValueType.single("a number of at least 0", value -> value >= 0),
                "0.0",
                "L2 coefficient added to the gradient of every weight and bias.");
        schedule = new ComponentSetting<>(
                role,
                "schedule",
                Components.load(Schedule.class),
                "constant",
                "How the learning rate changes during training");
        clipNorm = new Setting<>(
                role + ".clipNorm",
                ValueType.single("a number of at least 0", value -> value >= 0),
                "0.0",
                "Largest norm of all gradients together: longer ones are scaled down to it, before the weight decay is added. 0 means no limit.");
        evaluateEvery = new Setting<>(
                role + ".evaluateEvery",
                ValueType.wholeNumber(1, 10_000),
                "1",
                "Number of epochs from one test to the next; there is always one after the last epoch. It changes only the curves.");
    }

    /** All of them, in the order of the reference. */
    public List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(network.all());
        all.addAll(List.of(examples, epochs, batchSize, augmentation, optimizer, learningRate, momentum, weightDecay));
        all.addAll(schedule.all());
        all.add(clipNorm);
        all.add(evaluateEvery);
        initialization.ifPresent(all::add);
        return List.copyOf(all);
    }

    private static Choice network(Chosen<Network> chosen) {
        return chosen.component() instanceof ComposedNetwork composed ? composed.choice() : chosen.choice();
    }

    /** That which says which network. */
    public ComponentSetting<Network> network() {
        return network;
    }

    /** That which says which course of the learning rate. */
    public ComponentSetting<Schedule> schedule() {
        return schedule;
    }

    /** What they come to. */
    public Training read(ResolvedSettings values) {
        return new Training(
                network(network.read(values)),
                values.get(examples).intValue(),
                values.get(epochs).intValue(),
                values.get(batchSize).intValue(),
                values.get(augmentation),
                new Optimizer(
                        values.get(optimizer),
                        values.get(learningRate),
                        values.get(momentum),
                        values.get(weightDecay),
                        schedule.read(values).choice(),
                        values.get(clipNorm)),
                initialization.map(values::get).orElse(Training.Initialization.OWN),
                values.get(evaluateEvery).intValue());
    }
}
