package io.github.distillmaven.mojo.configuration;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.settings.OwnNetworkSettings;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.pipeline.step.RunningBuild;
import io.github.distillmaven.report.export.JobSummary;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the user wrote about one experiment: properties of the project, elements of the POM, {@code -D} on the command
 * line. A later one wins, so that {@code -Ddistill.seed=2} holds even where the POM names a seed.
 *
 * @param session the build
 * @param project the module
 * @param execution the execution that is the experiment
 */
public record ExperimentConfiguration(MavenSession session, MavenProject project, MojoExecution execution) {

    /** What is read as it stands, since the order of its elements counts. */
    private static final Pattern LAYERS =
            Pattern.compile("networks\\.network(\\[\\d+])?\\." + OwnNetworkSettings.LAYERS);

    private static final String OPTIONS = "cluster.options";

    /** Name of the experiment. */
    public String name() {
        return called().map(CalledExperiment::name).orElseGet(this::declaredName);
    }

    private String declaredName() {
        return PomConfiguration.of(project, execution).experimentOf(execution.getExecutionId());
    }

    private Optional<CalledExperiment> called() {
        return CalledExperiment.of(session, project, execution);
    }

    /** Where its POM lies; without one, where Maven was started. */
    public Path folder() {
        return hasPom() ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /**
     * Folder below which every experiment has its own. Where there is no POM there is no {@code target} either.
     *
     * @param ofProject that of a project
     */
    public File root(File ofProject) {
        return hasPom() ? ofProject : folder().resolve("distill").toFile();
    }

    private boolean hasPom() {
        return project.getFile() != null;
    }

    /**
     * The build that runs it.
     *
     * @param digests of files, as the build knows them
     */
    public RunningBuild build(FileDigests digests) {
        Map<String, String> options = new TreeMap<>();
        Properties user = session.getUserProperties();
        user.stringPropertyNames().forEach(name -> options.put(name, user.getProperty(name)));
        return new RunningBuild(
                session.getStartTime().toInstant(),
                project.getGroupId() + ":" + project.getArtifactId(),
                project.getVersion(),
                folder(),
                called().map(CalledExperiment::task).orElse(RunningBuild.VERIFY),
                session.getRequest().getActiveProfiles(),
                session.getGoals(),
                options,
                session.getSystemProperties().getProperty("env." + JobSummary.VARIABLE),
                digests);
    }

    /** What is wrong beside the values in the layers. */
    public List<String> problems(SettingCatalog catalog) {
        List<String> problems = new ArrayList<>(new CommandLine(session, execution).problems(catalog));
        problems.addAll(new ExperimentsOfPom(project, execution, name()).problems());
        called().ifPresent(experiment -> problems.addAll(experiment.problems()));
        return problems;
    }

    /** The layers, weakest first. */
    public List<SettingLayer> layers(List<Setting<?>> settings) {
        return List.of(
                new SettingLayer(
                        SettingValue.Origin.PROJECT_PROPERTY,
                        properties(settings, project.getProperties()::getProperty)),
                pom(),
                commandLine(settings));
    }

    private SettingLayer commandLine(List<Setting<?>> settings) {
        Properties user = session.getUserProperties();
        Properties system = session.getSystemProperties();
        return new SettingLayer(
                SettingValue.Origin.COMMAND_LINE,
                properties(settings, name -> user.getProperty(name, system.getProperty(name))));
    }

    private static Map<String, String> properties(List<Setting<?>> settings, Function<String, String> source) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            String value = setting.property() == null ? null : source.apply(setting.property());
            if (value != null) {
                values.put(setting.path(), value);
            }
        }
        return values;
    }

    private SettingLayer pom() {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<Xpp3Dom> written = PomConfiguration.of(project, execution).of(execution.getExecutionId());
        if (written.isPresent()) {
            Set<String> othersParameters = otherParameters();
            Map<String, Integer> numbers = new HashMap<>();
            for (Xpp3Dom element : written.get().getChildren()) {
                if (!othersParameters.contains(element.getName())) {
                    collect(numbered(element, numbers), element, values);
                }
            }
        }
        return new SettingLayer(SettingValue.Origin.POM, values);
    }

    /** Parameters of any goal that are not settings of an experiment, such as the skip switches. */
    private Set<String> otherParameters() {
        Set<String> names = new HashSet<>();
        for (MojoDescriptor mojo :
                execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            mojo.getParameterMap().keySet().stream()
                    .filter(name -> name.startsWith("skip"))
                    .forEach(names::add);
        }
        return names;
    }

    private void collect(String path, Xpp3Dom element, Map<String, String> values) {
        if (LAYERS.matcher(path).matches()) {
            values.put(path, evaluate(element.getChildCount() == 0 ? element.getValue() : element.toString()));
            return;
        }
        if (path.equals(OPTIONS) && element.getChildCount() > 0) {
            values.put(path, ForeignOptions.text(element, this::evaluate));
            return;
        }
        if (element.getChildCount() == 0) {
            values.put(path, evaluate(element.getValue()));
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (Xpp3Dom child : element.getChildren()) {
            collect(path + "." + numbered(child, numbers), child, values);
        }
    }

    /** Name of an element; where its siblings have the same, with its number from the second on. */
    private static String numbered(Xpp3Dom element, Map<String, Integer> numbers) {
        int number = numbers.merge(element.getName(), 1, Integer::sum);
        return number == 1 ? element.getName() : element.getName() + "[" + number + "]";
    }

    private String evaluate(String text) {
        if (text == null) {
            return "";
        }
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(text);
            return value == null ? text : value.toString();
        } catch (ExpressionEvaluationException e) {
            return text;
        }
    }
}
