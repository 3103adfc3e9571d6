package io.github.distillmaven.experiment.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.option.Choice;

/** What must hold of a student that begins with the weights that its teacher began with. */
final class InitializationRules {

    private InitializationRules() {}

    /** One sentence or more for each rule that is broken. */
    static List<String> violations(Experiment experiment) {
        Choice student = experiment.student().network();
        Choice teacher = experiment.teacher().network();
        return experiment.student().initialization() == Training.Initialization.OWN || student.equals(teacher)
                ? List.of()
                : List.of(
                        "<student><initialization> is 'teacher', but <student><network> is %s and <teacher><network> is %s: the weights of one do not fit the other. Set both to the same, or <initialization> to 'own'."
                                .formatted(inWords(student), inWords(teacher)));
    }

    private static String inWords(Choice network) {
        return network.values().entrySet().stream()
                .map(InitializationRules::inWords)
                .collect(Collectors.joining("", "'" + network.id() + "'", ""));
    }

    private static String inWords(Map.Entry<String, String> option) {
        return " with <" + option.getKey() + "> " + option.getValue();
    }
}
