package io.github.distillmaven.experiment;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.ValueType;
import io.github.distillmaven.network.NetworkPlan;

/** What must hold between the settings of an experiment whose examples are drawn, and whose models are trained side by side. */
final class DrawnRules {

    /** Any number of classes fits where two do. */
    private static final int CLASSES = 2;

    private final KnownDatasets datasets;
    private final Components<Network> networks;

    DrawnRules(KnownDatasets datasets, Components<Network> networks) {
        this.datasets = datasets;
        this.networks = networks;
    }

    /** Whether it is one, or half of one. */
    boolean concern(Experiment experiment) {
        return datasets.draws(experiment.dataset())
                || datasets.draws(experiment.transfer().inputs());
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        Transfer transfer = experiment.transfer();
        String source = datasets.draws(experiment.dataset()) ? experiment.dataset() : transfer.inputs();
        if (!transfer.inputs().equals(experiment.dataset())) {
            return List.of("<transfer><inputs> is '%s' and the teacher learns '%s'. Set both to '%s', or neither."
                    .formatted(transfer.inputs(), experiment.dataset(), source));
        }
        List<String> problems = new ArrayList<>();
        refuse("teacher", experiment.teacher(), source, problems);
        refuse("student", experiment.student(), source, problems);
        if (experiment.teacher().examples() != 0) {
            problems.add("<teacher><examples> is %s, but '%s' are taken whole. Set it to 0."
                    .formatted(experiment.teacher().examples(), source));
        }
        if (!transfer.perturbation().component().moves()
                && transfer.keep().component().keepsErrors()) {
            problems.add(
                    "<transfer><attack> is '%s', but the teacher answers every point of '%s' right until it is moved. Set it to 'single-step' or 'pgd'."
                            .formatted(transfer.perturbation().id(), source));
        }
        if (transfer.normalization() != Normalization.OWN) {
            problems.add("<transfer><normalization> is '%s', but '%s' are not normalised. Set it to 'own'."
                    .formatted(ValueType.canonical(transfer.normalization()), source));
        }
        if (experiment.run().precision() != Precision.FLOAT32) {
            problems.add(
                    "<precision> is 'bfloat16', which is for images. With '%s' set it to 'float32'.".formatted(source));
        }
        return problems;
    }

    private void refuse(String role, Training training, String source, List<String> problems) {
        if (!isDense(training.network(), source)) {
            List<String> dense = networks.ids().stream()
                    .filter(id -> isDense(Choice.of(id), source))
                    .toList();
            problems.add("<%s><network> is '%s', which is for images. With '%s' there are: %s."
                    .formatted(role, training.network().id(), source, String.join(", ", dense)));
        }
        if (training.augmentation() != Augmentation.NONE) {
            problems.add("<%s><augmentation> is '%s', which is for images. With '%s' set it to 'none'."
                    .formatted(role, ValueType.canonical(training.augmentation()), source));
        }
    }

    private boolean isDense(Choice choice, String source) {
        return NetworkPlan.find(networks.get(choice.id()), choice, datasets.shapeOf(source), CLASSES)
                .filter(NetworkPlan::dense)
                .isPresent();
    }
}
