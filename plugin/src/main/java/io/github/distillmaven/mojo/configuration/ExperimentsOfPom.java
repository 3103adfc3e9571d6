package io.github.distillmaven.mojo.configuration;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ExperimentName;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * What is wrong with a POM as a whole, whatever the values of its settings.
 *
 * @param project the module
 * @param execution the experiment that runs
 * @param name of that experiment
 */
record ExperimentsOfPom(MavenProject project, MojoExecution execution, String name) {

    /** One sentence or more for each thing. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(likeOthers());
        LooseText loose =
                new LooseText(execution.getArtifactId(), execution.getExecutionId(), Set.copyOf(activeProfiles()));
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            File file = pom.getFile();
            if (file != null) {
                loose.problems(file).stream()
                        .filter(problem -> !problems.contains(problem))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    /** Experiments whose folder some file systems take for that of this one. */
    private List<String> likeOthers() {
        PomConfiguration pom = PomConfiguration.of(project, execution);
        Set<String> others = new LinkedHashSet<>();
        pom.executions().forEach(other -> others.add(pom.experimentOf(other.getId())));
        return others.stream()
                .filter(other ->
                        !other.equals(name) && ExperimentName.folded(other).equals(ExperimentName.folded(name)))
                .map(other ->
                        "The experiments '%s' and '%s' of one POM have the same folder on Windows and macOS. Rename one of them."
                                .formatted(name, other))
                .toList();
    }

    private Set<String> activeProfiles() {
        return Stream.iterate(project, pom -> pom != null, MavenProject::getParent)
                .flatMap(pom -> pom.getActiveProfiles().stream())
                .map(Profile::getId)
                .collect(Collectors.toSet());
    }
}
