package io.github.distillmaven.experiment.rules;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.TransferPlan;

/**
 * What to say of inputs that have no true label in the teacher's task.
 *
 * @param reason why they have none: a part of a sentence
 * @param remedy what else to set: the other part
 */
record Untrue(String reason, String remedy) {

    /** Of inputs that have none. */
    static Untrue of(Experiment experiment) {
        TransferPlan transfer = experiment.transfer();
        String source = experiment.dataset();
        if (transfer.drawsInputs()) {
            return new Untrue(
                    "points of '%s' have no true labels".formatted(transfer.inputs()),
                    "<teacher><dataset> and <transfer><inputs> to a data set with labels");
        }
        return transfer.inputs().equals(source)
                ? new Untrue(
                        "there are no true labels of the noise '%s'"
                                .formatted(transfer.noise().id()),
                        "<transfer><noise> to 'none'")
                : new Untrue(
                        "the inputs '%s' have no true label in the teacher's task '%s'"
                                .formatted(transfer.inputs(), source),
                        "<transfer><inputs> to '%s'".formatted(source));
    }

    static boolean concerns(Experiment experiment) {
        return !experiment.transfer().hasTrueLabels(experiment.dataset());
    }
}
