package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.ValueType;

/** What must hold between the settings of an experiment whose examples are drawn, and whose models are trained side by side. */
final class DrawnRules {

    private final KnownDatasets datasets;
    private final SideBySideRules sideBySide;

    DrawnRules(KnownDatasets datasets, SideBySideRules sideBySide) {
        this.datasets = datasets;
        this.sideBySide = sideBySide;
    }

    /** Whether it is one, or half of one. */
    boolean concern(Experiment experiment) {
        return datasets.draws(experiment.dataset())
                || datasets.draws(experiment.transfer().inputs());
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        TransferPlan transfer = experiment.transfer();
        String source = datasets.draws(experiment.dataset()) ? experiment.dataset() : transfer.inputs();
        if (!transfer.inputs().equals(experiment.dataset())) {
            return List.of("<transfer><inputs> is '%s' and the teacher learns '%s'. Set both to '%s', or neither."
                    .formatted(transfer.inputs(), experiment.dataset(), source));
        }
        List<String> problems = new ArrayList<>();
        refuse("teacher", experiment.teacher(), experiment.source(), problems);
        refuse("student", experiment.student(), experiment.source(), problems);
        refuseLabels(experiment, source, problems);
        if (experiment.teacher().examples() != 0) {
            problems.add("<teacher><examples> is %s, but '%s' are taken whole. Set it to 0."
                    .formatted(experiment.teacher().examples(), source));
        }
        if (!experiment.classes().isEmpty()) {
            problems.add("<teacher><onlyClasses> is '%s', but '%s' are taken whole. Set it to 'all'."
                    .formatted(ValueType.canonical(experiment.classes()), source));
        }
        if (experiment.transfer().unseen()) {
            problems.add(
                    "<transfer><unseen> is 'true', but '%s' are taken whole. Set it to 'false'.".formatted(source));
        }
        if (!experiment.validation().isNone()) {
            problems.add("<teacher><validation> is %s, but '%s' are taken whole. Set it to 0."
                    .formatted(ValueType.canonical(experiment.validation().value()), source));
        }
        if (!transfer.omittedClasses().isEmpty()) {
            problems.add("<transfer><omittedClasses> is '%s', but '%s' are taken whole. Set it to 'none'."
                    .formatted(ValueType.canonical(transfer.omittedClasses()), source));
        }
        if (datasets.hasLabels(source)
                && !transfer.perturbation().component().moves()
                && transfer.keep().component().keepsErrors()) {
            problems.add(
                    "<transfer><attack> is '%s', but the teacher answers every point of '%s' right until it is moved. Set it to 'single-step' or 'pgd'."
                            .formatted(transfer.perturbation().id(), source));
        }
        if (transfer.noise().component().replaces()) {
            problems.add("<transfer><noise> is '%s', which is for images. With '%s' set it to 'none'."
                    .formatted(transfer.noise().id(), source));
        }
        if (transfer.normalization() != Normalization.OWN) {
            problems.add("<transfer><normalization> is '%s', but '%s' are not normalised. Set it to 'own'."
                    .formatted(ValueType.canonical(transfer.normalization()), source));
        }
        if (experiment.run().precision() != Precision.FLOAT32) {
            problems.add(
                    "<precision> is 'bfloat16', which is for images. With '%s' set it to 'float32'.".formatted(source));
        }
        if (!experiment.run().sideBySide() && SettingValue.isWritten("sideBySide", experiment.settings())) {
            problems.add("<sideBySide> is 'false', but models of '%s' are always trained side by side. Remove it."
                    .formatted(source));
        }
        return problems;
    }

    /** A teacher learns labels where there are any; where there are none, inputs are drawn for the transfer set. */
    private void refuseLabels(Experiment experiment, String source, List<String> problems) {
        int epochs = experiment.teacher().epochs();
        if (datasets.hasLabels(source)) {
            if (epochs == 0) {
                problems.add(
                        "<teacher><epochs> is 0, which leaves the teacher as it was drawn, but '%s' have labels to learn. Set it to 1 or more."
                                .formatted(source));
            }
            return;
        }
        if (epochs != 0) {
            problems.add(
                    "<teacher><epochs> is %s, but '%s' have no labels to learn: their teacher stays as it was drawn. Set it to 0."
                            .formatted(epochs, source));
        }
        if (experiment.transfer().examples() == 0) {
            problems.add(
                    "<transfer><examples> is 0, but '%s' are drawn, as many as are asked for. Set it to 1 or more, or to a multiple of d or d+1, such as d+1."
                            .formatted(source));
        }
    }

    private void refuse(String role, Training training, Choice source, List<String> problems) {
        if (!sideBySide.isDense(training.network(), source)) {
            problems.add("<%s><network> is '%s', which is for images. With '%s' there are: %s."
                    .formatted(
                            role, training.network().id(), source.id(), String.join(", ", sideBySide.dense(source))));
        }
        if (training.augmentation() != Augmentation.NONE) {
            problems.add("<%s><augmentation> is '%s', which is for images. With '%s' set it to 'none'."
                    .formatted(role, ValueType.canonical(training.augmentation()), source.id()));
        }
    }
}
