package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.network.NetworkPlan;

/** What must hold where models are trained side by side. */
final class SideBySideRules {

    /** Any number of classes fits where two do. */
    private static final int CLASSES = 2;

    private final KnownDatasets datasets;
    private final Components<Network> networks;

    SideBySideRules(KnownDatasets datasets, Components<Network> networks) {
        this.datasets = datasets;
        this.networks = networks;
    }

    /** The networks that can be trained so on a data set. */
    List<String> dense(Choice dataset) {
        return networks.ids().stream()
                .filter(id -> isDense(Choice.of(id), dataset))
                .toList();
    }

    /** Whether a network can be trained so on a data set. */
    boolean isDense(Choice network, Choice dataset) {
        ExampleShape shape = datasets.shapeOf(dataset);
        return NetworkPlan.find(networks.get(network.id()), network, shape, CLASSES)
                .filter(NetworkPlan::dense)
                .isPresent();
    }

    /** One sentence or more for each rule that is broken, where the user asks for it. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        if (experiment.run().sideBySide()) {
            refuse("teacher", experiment.teacher(), experiment.source(), problems);
            refuse("student", experiment.student(), experiment.source(), problems);
            if (experiment.run().precision() != Precision.FLOAT32) {
                problems.add("<precision> is 'bfloat16', which <sideBySide> cannot train with. Set it to 'float32', or"
                        + " <sideBySide> to 'false'.");
            }
        }
        return problems;
    }

    private void refuse(String role, Training training, Choice dataset, List<String> problems) {
        if (!isDense(training.network(), dataset)) {
            problems.add(
                    "<%s><network> is '%s', which is not dense, and <sideBySide> trains no other. Choose one of: %s; or set <sideBySide> to 'false'."
                            .formatted(role, training.network().id(), String.join(", ", dense(dataset))));
        }
        if (training.augmentation() != Augmentation.NONE) {
            problems.add(
                    "<%s><augmentation> is '%s', which <sideBySide> cannot train with. Set it to 'none', or <sideBySide> to 'false'."
                            .formatted(role, ValueType.canonical(training.augmentation())));
        }
    }
}
