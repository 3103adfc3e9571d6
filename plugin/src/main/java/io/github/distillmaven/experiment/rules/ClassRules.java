package io.github.distillmaven.experiment.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.text.NearestName;

/** What must hold of the classes that an experiment is about, and of those that it leaves out of a transfer set. */
final class ClassRules {

    private final KnownDatasets datasets;

    ClassRules(KnownDatasets datasets) {
        this.datasets = datasets;
    }

    /** The classes that an experiment is about, in the order of their labels. */
    List<String> of(Experiment experiment) {
        List<String> all = datasets.classesOf(experiment.source());
        return experiment.classes().isEmpty()
                ? all
                : all.stream().filter(experiment.classes()::contains).toList();
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>(unknown(
                "<teacher><onlyClasses>",
                experiment.classes(),
                experiment.dataset(),
                datasets.classesOf(experiment.source())));
        if (problems.isEmpty() && experiment.classes().size() == 1) {
            problems.add(
                    "<teacher><onlyClasses> names only '%s', but a classifier needs two classes. Name another one, or set it to 'all'."
                            .formatted(ValueType.canonical(experiment.classes())));
        }
        if (problems.isEmpty() && !experiment.transfer().omittedClasses().isEmpty()) {
            refuseOmitted(experiment, problems);
        }
        return problems;
    }

    private void refuseOmitted(Experiment experiment, List<String> problems) {
        Set<String> omitted = experiment.transfer().omittedClasses();
        if (Untrue.concerns(experiment)) {
            Untrue untrue = Untrue.of(experiment);
            problems.add("<transfer><omittedClasses> is '%s', but %s. Set it to 'none', or %s."
                    .formatted(ValueType.canonical(omitted), untrue.reason(), untrue.remedy()));
            return;
        }
        List<String> classes = of(experiment);
        problems.addAll(unknown("<transfer><omittedClasses>", omitted, experiment.dataset(), classes));
        if (omitted.containsAll(classes)) {
            problems.add(
                    "<transfer><omittedClasses> names all classes of '%s', which leaves no input. Take one out of it at least."
                            .formatted(experiment.dataset()));
        }
    }

    private static List<String> unknown(String element, Set<String> names, String dataset, List<String> classes) {
        return names.stream()
                .filter(name -> !classes.contains(name))
                .sorted()
                .map(name -> "%s names '%s', which is not a class of '%s'.%s There are: %s."
                        .formatted(
                                element,
                                name,
                                dataset,
                                NearestName.of(name, classes)
                                        .map(near -> " Did you mean '" + near + "'?")
                                        .orElse(""),
                                String.join(", ", classes)))
                .toList();
    }
}
