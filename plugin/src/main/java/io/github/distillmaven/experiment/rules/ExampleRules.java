package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.TransferPlan;

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
        int all = datasets.sizeOf(transfer.inputs());
        int inputs = transfer.examples() == 0 ? all : Math.min(transfer.examples(), all);
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

    private void refuseMore(String role, int examples, String dataset, List<String> problems) {
        int all = datasets.sizeOf(dataset);
        if (examples > all) {
            problems.add(
                    "<%s><examples> is %s, but '%s' has %s training images. Set it to that at most, or to 0 for all."
                            .formatted(role, examples, dataset, all));
        }
    }
}
