package io.github.distillmaven.mojo.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ExperimentName;
import io.github.distillmaven.experiment.reader.PresetCatalog;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.text.NearestName;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * An experiment that the goal {@code run} is asked for on the command line, and that the POM does not declare: that of a preset.
 *
 * @param session the build
 * @param project the module, or Maven's stand-in where there is no POM
 * @param execution the goal
 */
record CalledExperiment(MavenSession session, MavenProject project, MojoExecution execution) {

    private static final String GOAL = "run";

    /** What Maven takes for the id where the command line names none. */
    private static final String UNNAMED = "default-cli";

    /** Empty for any other goal, and where the POM declares the experiment. */
    static Optional<CalledExperiment> of(MavenSession session, MavenProject project, MojoExecution execution) {
        return execution.getGoal().equals(GOAL)
                        && !PomConfiguration.of(project, execution).declares(execution.getExecutionId())
                ? Optional.of(new CalledExperiment(session, project, execution))
                : Optional.empty();
    }

    /** What the command line calls it, or else the POM, or else its preset. */
    String name() {
        String id = execution.getExecutionId();
        String named = pom().experimentOf(id);
        return named.equals(UNNAMED) ? preset() : named;
    }

    /** How it is run again, as an argument of Maven's: the goal with its coordinates. */
    String task() {
        String id = execution.getExecutionId();
        return "%s:%s:%s:%s%s"
                .formatted(
                        execution.getGroupId(),
                        execution.getArtifactId(),
                        execution.getVersion(),
                        GOAL,
                        id.equals(UNNAMED) ? "" : "@" + id);
    }

    /** A sentence or more for each thing that is wrong. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        List<Declared> declared = session.getProjects().stream()
                .flatMap(module -> PomConfiguration.of(module, execution).experiments().stream()
                        .map(experiment -> new Declared(
                                module,
                                experiment.getId(),
                                session.getProjects().size() > 1)))
                .toList();
        String id = execution.getExecutionId();
        if (!declared.isEmpty() && !id.equals(UNNAMED)) {
            List<String> ids = declared.stream().map(Declared::id).distinct().toList();
            problems.add("%s has no execution '%s'.%s %s"
                    .formatted(
                            declared.get(0).several() ? project.getArtifactId() : "The POM",
                            id,
                            NearestName.of(id, ids)
                                    .filter(near -> !near.equals(id))
                                    .map(near -> " Did you mean '" + near + "'?")
                                    .orElse(""),
                            listed(declared) + "."));
        } else if (!declared.isEmpty() && !isPresetNamed()) {
            problems.add(
                    "No experiment is named. %s, or name a preset with -Ddistill.preset.".formatted(listed(declared)));
        }
        pom().experiments().stream()
                .map(PluginExecution::getId)
                .filter(other -> pom().experimentOf(other).equals(name()))
                .map(other ->
                        "The POM has an experiment '%s' of its own, whose results this one would replace. Run that with 'mvn distill:run@%s'."
                                .formatted(name(), other))
                .forEach(problems::add);
        return problems;
    }

    private static String listed(List<Declared> declared) {
        return "There are: %s. Name one of them, such as with 'mvn distill:run@%s'"
                .formatted(
                        declared.stream().map(Declared::listed).collect(Collectors.joining(", ")),
                        declared.get(0).called());
    }

    private boolean isPresetNamed() {
        return Stream.of("preset", "presetFile")
                .anyMatch(setting -> option(setting).isPresent());
    }

    private String preset() {
        return option("presetFile")
                .or(() -> written("presetFile"))
                .map(CalledExperiment::nameOfFile)
                .or(() -> option("preset"))
                .or(() -> written("preset"))
                .map(name -> ExperimentName.normal(name.strip()))
                .orElse(PresetCatalog.DEFAULT);
    }

    private Optional<String> option(String setting) {
        String property = Setting.PROPERTIES + setting;
        Properties system = session.getSystemProperties();
        return Optional.ofNullable(session.getUserProperties().getProperty(property, system.getProperty(property)));
    }

    private Optional<String> written(String setting) {
        return pom().of(execution.getExecutionId())
                .map(configuration -> configuration.getChild(setting))
                .map(element -> element.getValue())
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(Setting.PROPERTIES + setting)));
    }

    private static String nameOfFile(String path) {
        return path.strip().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.xml$", "");
    }

    private PomConfiguration pom() {
        return PomConfiguration.of(project, execution);
    }

    /**
     * An experiment of a POM.
     *
     * @param several whether the build has other modules
     */
    private record Declared(MavenProject module, String id, boolean several) {

        String listed() {
            return several ? "'%s' of %s".formatted(id, module.getArtifactId()) : "'" + id + "'";
        }

        String called() {
            return several ? id + " -pl :" + module.getArtifactId() : id;
        }
    }
}
