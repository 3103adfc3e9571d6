package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Network;

/** What must hold of networks with logits that stand for no class, and of labels that are about these. */
final class AuxiliaryRules {

    private final Components<Network> networks;

    /** @param networks that there are */
    AuxiliaryRules(Components<Network> networks) {
        this.networks = networks;
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        if (!experiment.sideBySide()) {
            refuseAlone("teacher", experiment.teacher(), problems);
            refuseAlone("student", experiment.student(), problems);
        }
        if (experiment.transfer().labels().component().isAuxiliary()) {
            refuseWithout("teacher", experiment, experiment.teacher(), problems);
            refuseWithout("student", experiment, experiment.student(), problems);
            int ofTeacher = count(experiment.teacher());
            int ofStudent = count(experiment.student());
            if (problems.isEmpty() && ofTeacher != ofStudent) {
                problems.add(
                        "<transfer><labels> is '%s', which are about %s logits of <teacher><network> '%s', but <student><network> '%s' has %s that stand for no class. Set both to the same."
                                .formatted(
                                        experiment.transfer().labels().id(),
                                        ofTeacher,
                                        experiment.teacher().network().id(),
                                        experiment.student().network().id(),
                                        ofStudent));
            }
        }
        return problems;
    }

    private void refuseAlone(String role, Training training, List<String> problems) {
        if (count(training) > 0) {
            problems.add(
                    "<%s><network> is '%s', which has logits that stand for no class, and can only be trained side by side. Set <sideBySide> to 'true', or choose another network."
                            .formatted(role, training.network().id()));
        }
    }

    private void refuseWithout(String role, Experiment experiment, Training training, List<String> problems) {
        if (count(training) == 0) {
            List<String> fit = networks.all().stream()
                    .filter(network -> network.auxiliary() > 0)
                    .map(network -> "'" + network.id() + "'")
                    .toList();
            problems.add(
                    "<transfer><labels> is '%s', but all logits of <%s><network> '%s' stand for classes. Set <network> to %s, or <labels> to 'soft'."
                            .formatted(
                                    experiment.transfer().labels().id(),
                                    role,
                                    training.network().id(),
                                    String.join(" or ", fit)));
        }
    }

    private int count(Training training) {
        return networks.get(training.network().id()).auxiliary();
    }
}
