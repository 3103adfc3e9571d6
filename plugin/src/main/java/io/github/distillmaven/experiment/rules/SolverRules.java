package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.option.ValueType;

/** What must hold where the weights of a linear model are solved for, and which settings an optimizer does not have. */
final class SolverRules {

    private static final String LINEAR = "linear";
    private static final List<String> OF_STEPS =
            List.of("epochs", "batchSize", "learningRate", "momentum", "weightDecay", "schedule");

    private SolverRules() {}

    /** One sentence or more for each rule that is broken. */
    static List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        Labelling labels = experiment.transfer().labels().component();
        refuse(
                "teacher",
                experiment.teacher(),
                experiment,
                new Lesson("a teacher learns classes", false, "Set it to 'sgd', 'adam' or 'largest-margin'."),
                problems);
        refuse(
                "student",
                experiment.student(),
                experiment,
                new Lesson(
                        "<transfer><labels> is '%s'".formatted(labels.id()),
                        labels.needsLogits(),
                        "Set <labels> to '%s', or <optimizer> to 'sgd' or 'adam'."
                                .formatted(labels.needsLogits() ? "predicted" : "soft")),
                problems);
        return problems;
    }

    /**
     * What a model learns.
     *
     * @param reason a part of a sentence
     * @param distributions whether it learns shares of the classes; else classes
     * @param remedy what else to set; a whole sentence
     */
    private record Lesson(String reason, boolean distributions, String remedy) {}

    private static void refuse(
            String role, Training training, Experiment experiment, Lesson lesson, List<String> problems) {
        Optimizer.Algorithm algorithm = training.optimizer().algorithm();
        String name = ValueType.canonical(algorithm);
        refuseUnused(role, algorithm, name, experiment.settings(), problems);
        if (!algorithm.solves()) {
            return;
        }
        if (!experiment.sideBySide()) {
            problems.add(
                    "<%s><optimizer> is '%s', which is for models that are trained side by side. Set <sideBySide> to 'true', or <optimizer> to 'sgd' or 'adam'."
                            .formatted(role, name));
        }
        if (!training.network().id().equals(LINEAR)) {
            problems.add(
                    "<%s><optimizer> is '%s', which is for a linear model, but <network> is '%s'. Set <network> to '%s', or <optimizer> to 'sgd' or 'adam'."
                            .formatted(role, name, training.network().id(), LINEAR));
        }
        boolean wantsDistributions = algorithm == Optimizer.Algorithm.LEAST_SQUARES;
        if (wantsDistributions != lesson.distributions()) {
            problems.add("<%s><optimizer> is '%s', which learns %s, but %s. %s"
                    .formatted(
                            role, name, wantsDistributions ? "logits" : "classes", lesson.reason(), lesson.remedy()));
        }
    }

    private static void refuseUnused(
            String role,
            Optimizer.Algorithm algorithm,
            String name,
            List<SettingValue> settings,
            List<String> problems) {
        for (String setting : OF_STEPS) {
            boolean unused = algorithm.solves() || algorithm == Optimizer.Algorithm.ADAM && setting.equals("momentum");
            if (unused && SettingValue.isWritten(role + "." + setting, settings)) {
                problems.add("<%s><%s> is set, but '%s' has no such setting. Remove it, or set <optimizer> to 'sgd'%s."
                        .formatted(role, setting, name, setting.equals("momentum") ? "" : " or 'adam'"));
            }
        }
    }
}
