package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Perturbation;

/** What must hold where the teacher is a model of the user's own, which answers and can do nothing else. */
final class ModelRules {

    private final KnownDatasets datasets;

    ModelRules(KnownDatasets datasets) {
        this.datasets = datasets;
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        if (experiment.model().isEmpty()) {
            return problems;
        }
        refuseDrawn(experiment, problems);
        refuseUse(experiment, experiment.model().get().use(), problems);
        Perturbation perturbation = experiment.transfer().perturbation().component();
        if (perturbation.moves() && perturbation.followsGradient()) {
            problems.add(
                    "<transfer><attack> is '%s', which follows the gradient of the teacher, and of a <model> only the answers are known. Set <attack> to 'none'."
                            .formatted(perturbation.id()));
        }
        if (experiment.transfer().ensemble() > 0) {
            problems.add(
                    "<transfer><ensemble> is %s, but further teachers are trained like the teacher, and a <model> is not trained. Set <ensemble> and <lambda> to 0."
                            .formatted(experiment.transfer().ensemble()));
        }
        experiment.controls().stream()
                .filter(Control::hasOwnTeacher)
                .forEach(control -> problems.add(
                        "<controls> names '%s', whose teacher is trained like the experiment's, and a <model> is not trained. Remove it."
                                .formatted(control.id())));
        return problems;
    }

    private void refuseDrawn(Experiment experiment, List<String> problems) {
        if (datasets.draws(experiment.dataset())) {
            problems.add(
                    "<teacher><dataset> is '%s', whose examples each teacher draws for itself, and a <model> draws none. Choose a data set of images."
                            .formatted(experiment.dataset()));
        } else if (experiment.run().sideBySide()) {
            problems.add("<sideBySide> is 'true', but a <model> is not trained side by side. Set it to 'false'.");
        }
    }

    private void refuseUse(Experiment experiment, ModelUse use, List<String> problems) {
        if (use.scale().isPresent()
                && (!use.mean().isEmpty() || !use.deviation().isEmpty())) {
            problems.add(
                    "<teacher><scale> is set beside <mean> or <deviation>, but both say what the model is to see. Remove one of them.");
        }
        if (datasets.draws(experiment.dataset())) {
            return;
        }
        int channels = datasets.shapeOf(experiment.source()).channels();
        Map.of("mean", use.mean(), "deviation", use.deviation()).forEach((element, numbers) -> {
            if (numbers.size() > 1 && numbers.size() != channels) {
                problems.add("<teacher><%s> has %s numbers, but the images of '%s' have %s. Write one number, or %s."
                        .formatted(
                                element,
                                numbers.size(),
                                experiment.dataset(),
                                channels == 1 ? "1 channel" : channels + " channels",
                                channels));
            }
        });
    }
}
