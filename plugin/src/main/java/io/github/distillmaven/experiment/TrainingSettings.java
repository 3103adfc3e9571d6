package io.github.distillmaven.experiment;

import java.util.List;

/** The settings below {@code <teacher>} and {@code <student>} that say how a model is trained. */
final class TrainingSettings {

    private static final long MANY = 1_000_000;
    /** With fewer channels than fit into a register of AVX-512, oneDNN's batch normalisation writes beyond its memory. */
    private static final long CHANNELS = 16;

    private static final long MOST_CHANNELS = 1024;

    private final Setting<Network> network;
    private final Setting<Long> width;
    private final Setting<Long> examples;
    private final Setting<Long> epochs;
    private final Setting<Long> batchSize;
    private final Setting<Augmentation> augmentation;
    private final Setting<Optimizer.Algorithm> optimizer;
    private final Setting<Double> learningRate;
    private final Setting<Double> momentum;
    private final Setting<Double> weightDecay;
    private final Setting<Optimizer.Schedule> schedule;

    /** @param role {@code teacher} or {@code student} */
    TrainingSettings(String role) {
        network = new Setting<>(
                role + ".network",
                ValueType.constantOf(Network.class),
                "cnn",
                "Architecture of the " + role
                        + ": `linear` (one dense layer), `mlp` (two hidden layers of 256), `mlp-4x100` (four of"
                        + " 100), `cnn` (two convolutions, two dense layers) or `resnet18` (ResNet-18 as it is common for CIFAR-10).");
        width = new Setting<>(
                role + ".width",
                ValueType.multipleOf(CHANNELS, MOST_CHANNELS),
                "64",
                "Channels of the first stage, a multiple of 16; the others have 2, 4 and 8 times as many. `resnet18` alone"
                        + " uses it.");
        examples = new Setting<>(
                role + ".examples",
                ValueType.wholeNumber(0, MANY),
                "0",
                "Number of training examples, the first ones; 0 means all.");
        epochs = new Setting<>(
                role + ".epochs", ValueType.wholeNumber(1, 10_000), "10", "Passes over the training examples.");
        batchSize =
                new Setting<>(role + ".batchSize", ValueType.wholeNumber(1, MANY), "64", "Examples per training step.");
        augmentation = new Setting<>(
                role + ".augmentation",
                ValueType.constantOf(Augmentation.class),
                "none",
                "How training images are varied: `none`, or `crop-flip` (four black pixels around, a random part of the"
                        + " original size, every other one mirrored).");
        optimizer = new Setting<>(
                role + ".optimizer",
                ValueType.constantOf(Optimizer.Algorithm.class),
                "sgd",
                "Update rule: `sgd` (with momentum) or `adam`.");
        learningRate = new Setting<>(
                role + ".learningRate",
                ValueType.single("a number above 0", value -> value > 0),
                "0.01",
                "Step size at the start of training.");
        momentum = new Setting<>(
                role + ".momentum",
                ValueType.single("a number from 0 to below 1", value -> value >= 0 && value < 1),
                "0.5",
                "Heavy-ball momentum; `sgd` alone uses it.");
        weightDecay = new Setting<>(
                role + ".weightDecay",
                ValueType.single("a number of at least 0", value -> value >= 0),
                "0.0",
                "L2 coefficient added to the gradient of every weight and bias.");
        schedule = new Setting<>(
                role + ".schedule",
                ValueType.constantOf(Optimizer.Schedule.class),
                "constant",
                "Course of the learning rate: `constant` or `cosine` (to zero at the end).");
    }

    List<Setting<?>> all() {
        return List.of(
                network,
                width,
                examples,
                epochs,
                batchSize,
                augmentation,
                optimizer,
                learningRate,
                momentum,
                weightDecay,
                schedule);
    }

    Training read(ResolvedSettings values) {
        return new Training(
                values.get(network),
                values.get(width).intValue(),
                values.get(examples).intValue(),
                values.get(epochs).intValue(),
                values.get(batchSize).intValue(),
                values.get(augmentation),
                new Optimizer(
                        values.get(optimizer),
                        values.get(learningRate),
                        values.get(momentum),
                        values.get(weightDecay),
                        values.get(schedule)));
    }
}
