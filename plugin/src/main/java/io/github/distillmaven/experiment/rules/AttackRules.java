package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.ValueType;

/** What must hold of the inputs that are moved, and of the classes that they are to be taken for. */
final class AttackRules {

    private final KnownDatasets datasets;

    AttackRules(KnownDatasets datasets) {
        this.datasets = datasets;
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        TransferPlan transfer = experiment.transfer();
        Chosen<Perturbation> perturbation = transfer.perturbation();
        perturbation
                .component()
                .misfit(perturbation.choice(), datasets.shapeOf(experiment.inputs()))
                .ifPresent(problems::add);
        boolean labelledByTargets = transfer.labels().component().needsTargets();
        if (labelledByTargets && !transfer.target().targets()) {
            problems.add(
                    "<transfer><labels> is '%s', but <target> is 'untargeted'. Set <target> to 'random', 'other', 'next' or 'in-turn', or <labels> to 'predicted'."
                            .formatted(transfer.labels().id()));
        }
        if (perturbation.component().needsTargets() && !transfer.target().targets()) {
            problems.add(
                    "<transfer><attack> is '%s', but <target> is 'untargeted'. Set <target> to 'random', 'other', 'next' or 'in-turn', or <attack> to 'none'."
                            .formatted(perturbation.id()));
        }
        if (transfer.target().targets() && !transfer.movesToTargets() && !labelledByTargets) {
            problems.add(
                    "<transfer><target> is '%s', but nothing is moved toward it or labelled by it. Set <attack> to 'pattern', 'pgd' or 'single-step', or <labels> to 'target', or <target> to 'untargeted'."
                            .formatted(ValueType.canonical(transfer.target())));
        }
        refuseEnsemble(experiment, problems);
        if (transfer.keep().component().comparesAnswers()
                && transfer.labels().component().asksTeacher()) {
            problems.add(
                    "<transfer><keep> is '%s', which keeps every input where <labels> is '%s', the teacher's answer itself. Set <labels> to 'target', or <keep> to 'all'."
                            .formatted(transfer.keep().id(), transfer.labels().id()));
        }
        return problems;
    }

    /** Further teachers must have learnt the task of the inputs, and nothing that is held out. */
    private void refuseEnsemble(Experiment experiment, List<String> problems) {
        int ensemble = experiment.transfer().ensemble();
        if (ensemble == 0) {
            return;
        }
        String begin = "<transfer><ensemble> is %s, but ".formatted(ensemble);
        if (datasets.draws(experiment.dataset())) {
            problems.add(begin
                    + "each teacher of '%s' learns points of its own, and another one has not learnt these. Set <ensemble> and <lambda> to 0."
                            .formatted(experiment.dataset()));
            return;
        }
        if (Untrue.concerns(experiment)) {
            Untrue untrue = Untrue.of(experiment);
            problems.add(
                    begin + "%s. Set <ensemble> and <lambda> to 0, or %s.".formatted(untrue.reason(), untrue.remedy()));
        } else if (!experiment.transfer().target().targets()) {
            problems.add(
                    begin
                            + "<target> is 'untargeted'. Set <target> to 'random', 'other', 'next' or 'in-turn', or <ensemble> and <lambda> to 0.");
        }
        if (!experiment.validation().isNone()) {
            problems.add(begin
                    + "<teacher><validation> is %s, and teachers of other seeds hold out other examples. Set one of them to 0."
                            .formatted(
                                    ValueType.canonical(experiment.validation().value())));
        }
    }

    /** Refuses what needs the true labels of images that have none. */
    static void refuseWithoutTrueLabels(Experiment experiment, List<String> problems) {
        if (!Untrue.concerns(experiment)) {
            return;
        }
        TransferPlan transfer = experiment.transfer();
        Untrue untrue = Untrue.of(experiment);
        TargetRule target = transfer.target();
        if (target.needsTrueLabels()) {
            problems.add("<transfer><target> is '%s', but %s. Set <target> to 'random', or %s."
                    .formatted(ValueType.canonical(target), untrue.reason(), untrue.remedy()));
        } else if (movesAwayFromTrueLabels(transfer)) {
            problems.add("<transfer><attack> is '%s', but %s. Set <attack> to 'none', or %s."
                    .formatted(transfer.perturbation().id(), untrue.reason(), untrue.remedy()));
        }
    }

    private static boolean movesAwayFromTrueLabels(TransferPlan transfer) {
        Perturbation perturbation = transfer.perturbation().component();
        return perturbation.moves() && !perturbation.needsTargets() && !transfer.movesToTargets();
    }
}
