package io.github.distillmaven.experiment;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.ValueType;
import io.github.distillmaven.network.NetworkPlan;

/** What must hold between the settings of an experiment with {@link KnownDatasets#RANDOM_POINTS}. */
final class PointRules {

    private static final List<String> CONTROLS = List.of("shuffled", "unperturbed");

    private final Components<Network> networks;

    PointRules(Components<Network> networks) {
        this.networks = networks;
    }

    /** Whether it is one, or half of one. */
    static boolean concern(Experiment experiment) {
        return isPoints(experiment.dataset()) || isPoints(experiment.transfer().inputs());
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        Transfer transfer = experiment.transfer();
        if (!isPoints(experiment.dataset()) || !isPoints(transfer.inputs())) {
            return List.of(
                    "<transfer><inputs> is '%s' and the teacher learns '%s'. Set both to 'random-points', or neither."
                            .formatted(transfer.inputs(), experiment.dataset()));
        }
        List<String> problems = new ArrayList<>();
        refuse("teacher", experiment.teacher(), problems);
        refuse("student", experiment.student(), problems);
        if (!transfer.perturbation().component().moves()) {
            problems.add(
                    "<transfer><attack> is '%s', but the teacher answers every point of 'random-points' right until it is moved. Set it to 'single-step' or 'pgd'."
                            .formatted(transfer.perturbation().id()));
        }
        if (!transfer.keep().component().keepsErrors()) {
            problems.add(
                    "<transfer><keep> is '%s', but of 'random-points' those alone are kept whose prediction changed. Set it to 'wrong'."
                            .formatted(transfer.keep().id()));
        }
        if (transfer.temperature() != 1 || transfer.labels().component().needsLogits()) {
            problems.add("<transfer><labels> is '%s', which is for images. With 'random-points' set it to 'predicted'."
                    .formatted(transfer.labels().id()));
        }
        if (experiment.evaluationSets().size() > 1) {
            problems.add("<evaluationSets> is '%s', but 'random-points' have no set but 'test'. Remove it."
                    .formatted(String.join(",", experiment.evaluationSets())));
        }
        if (transfer.normalization() != Normalization.OWN) {
            problems.add("<transfer><normalization> is '%s', but 'random-points' are not normalised. Set it to 'own'."
                    .formatted(ValueType.canonical(transfer.normalization())));
        }
        if (transfer.examples() != 0) {
            problems.add("<transfer><examples> is %s, but 'random-points' are taken whole. Set it to 0."
                    .formatted(transfer.examples()));
        }
        for (Control control : experiment.controls()) {
            if (!CONTROLS.contains(control.id())) {
                problems.add(
                        "<controls> names '%s', which is for images. With 'random-points' there are: shuffled, unperturbed."
                                .formatted(control.id()));
            }
        }
        if (experiment.run().precision() != Precision.FLOAT32) {
            problems.add("<precision> is 'bfloat16', which is for images. With 'random-points' set it to 'float32'.");
        }
        return problems;
    }

    private void refuse(String role, Training training, List<String> problems) {
        if (!isDense(training.network())) {
            List<String> dense =
                    networks.ids().stream().filter(id -> isDense(Choice.of(id))).toList();
            problems.add("<" + role + "><network> is '" + training.network().id()
                    + "', which is for images. With 'random-points' there are: " + String.join(", ", dense) + ".");
        }
        if (training.batchSize() < KnownDatasets.POINTS) {
            problems.add(
                    "<%s><batchSize> is %s, but the %s points of 'random-points' are one batch. Set it to %s or more."
                            .formatted(role, training.batchSize(), KnownDatasets.POINTS, KnownDatasets.POINTS));
        }
        if (training.examples() != 0) {
            problems.add("<%s><examples> is %s, but 'random-points' are taken whole. Set it to 0."
                    .formatted(role, training.examples()));
        }
        if (training.augmentation() != Augmentation.NONE) {
            problems.add("<%s><augmentation> is '%s', which is for images. With 'random-points' set it to 'none'."
                    .formatted(role, ValueType.canonical(training.augmentation())));
        }
    }

    private boolean isDense(Choice choice) {
        return NetworkPlan.find(
                        networks.get(choice.id()), choice, KnownDatasets.COORDINATES, KnownDatasets.POINT_CLASSES)
                .filter(NetworkPlan::dense)
                .isPresent();
    }

    private static boolean isPoints(String dataset) {
        return dataset.equals(KnownDatasets.RANDOM_POINTS);
    }
}
