package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.extension.option.ValueType;

/** What must hold between the numbers of examples of an experiment with images, and the sizes of its data sets. */
final class ExampleRules {

    private final KnownDatasets datasets;

    ExampleRules(KnownDatasets datasets) {
        this.datasets = datasets;
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        TransferPlan transfer = experiment.transfer();
        refuseMore("teacher", experiment.teacher().examples(), experiment.dataset(), problems);
        refuseMore("transfer", transfer.examples(), transfer.inputs(), problems);
        refuseEmptyValidation(experiment, problems);
        int inputs = inputs(experiment);
        if (leavesOutLearnt(experiment) && inputs == 0) {
            problems.add(
                    "<transfer><unseen> is 'true', but the teacher learns all %s inputs, which leaves none. Set <teacher><examples> to fewer, or <unseen> to 'false'."
                            .formatted(first(transfer.examples(), transfer.inputs())));
            return problems;
        }
        if (experiment.student().examples() > inputs) {
            problems.add(
                    "<student><examples> is %s, but the teacher labels %s inputs. Set it to that at most, or to 0 for all that are kept."
                            .formatted(experiment.student().examples(), inputs));
        }
        if (!transfer.allowSmall() && transfer.minimumSize() > inputs) {
            problems.add(
                    "<transfer><minimumSize> is %s, but the teacher labels %s inputs. Set it to that at most, or let it label more."
                            .formatted(transfer.minimumSize(), inputs));
        }
        return problems;
    }

    private void refuseEmptyValidation(Experiment experiment, List<String> problems) {
        if (!experiment.validation().isNone() && heldOut(experiment) == 0) {
            problems.add(
                    "<teacher><validation> is %s, which holds out none of %s training images. Raise it, or set it to 0."
                            .formatted(
                                    ValueType.canonical(experiment.validation().value()), learnt(experiment)));
        }
    }

    /** Most inputs that can be labelled. Where they are a part of what is held out, it is not known how many of them are. */
    private int inputs(Experiment experiment) {
        TransferPlan transfer = experiment.transfer();
        int wanted = first(transfer.examples(), transfer.inputs());
        if (leavesOutLearnt(experiment)) {
            return Math.max(0, wanted - learnt(experiment));
        }
        boolean known = transfer.hasTrueLabels(experiment.dataset()) && wanted >= learnt(experiment);
        return known ? wanted - heldOut(experiment) : wanted;
    }

    private static boolean leavesOutLearnt(Experiment experiment) {
        TransferPlan transfer = experiment.transfer();
        return transfer.unseen() && transfer.hasTrueLabels(experiment.dataset());
    }

    private int heldOut(Experiment experiment) {
        return experiment.validation().of(learnt(experiment));
    }

    /** Number of the examples that the teacher learns, and of those held out. */
    private int learnt(Experiment experiment) {
        return first(experiment.teacher().examples(), experiment.dataset());
    }

    private int first(int examples, String dataset) {
        int all = datasets.sizeOf(dataset);
        return examples == 0 ? all : Math.min(examples, all);
    }

    private void refuseMore(String role, int examples, String dataset, List<String> problems) {
        int all = datasets.sizeOf(dataset);
        if (examples > all) {
            problems.add(
                    "<%s><examples> is %s, but '%s' has %s training images. Set it to that at most, or to 0 for all."
                            .formatted(role, examples, dataset, all));
        }
    }
}
