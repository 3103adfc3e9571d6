package io.github.distillmaven.mojo.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.OptionNames;
import io.github.distillmaven.experiment.reader.PresetCatalog;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.UserPath;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The options of a build, {@code -D} and those of {@code MAVEN_OPTS}, held against what its goals take. Every goal refuses what is
 * meant for the plugin and known to none of them. What is known to another goal passes if that goal is part of the build, or if
 * nobody can take it for an order to this one.
 *
 * @param session the build
 * @param execution the goal that asks
 */
public record CommandLine(MavenSession session, MojoExecution execution) {

    /** The goal that destroys something: whoever narrows it down with an option that it has not is not to lose the rest. */
    private static final String DESTRUCTIVE = "store-clean";

    /** The goal that does what others do, and would seem to leave out what their switches skip. */
    private static final String WHOLE = "run";

    private static final String SKIP = Setting.PROPERTIES + "skip";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");

    /** A sentence or more for each option that is wrong. */
    List<String> problems(SettingCatalog catalog) {
        Map<String, Set<String>> takers = takers();
        Set<String> settings = properties(catalog.all());
        Set<String> scientific = properties(catalog.scientific());
        SortedSet<String> known = new TreeSet<>(settings);
        known.addAll(takers.keySet());
        OptionNames names = new OptionNames(known.stream()
                .filter(name -> name.startsWith(Setting.PROPERTIES))
                .map(name -> name.substring(Setting.PROPERTIES.length()))
                .toList());
        Set<String> goals = goals();
        List<String> problems = new ArrayList<>();
        for (String option : options()) {
            Set<String> owners = takers.getOrDefault(option, Set.of());
            boolean isTaken = goals.stream().anyMatch(owners::contains)
                    || option.startsWith(SKIP) && !execution.getGoal().equals(WHOLE);
            if (!known.contains(option)) {
                names.refusal(option).ifPresent(problems::add);
            } else if (!settings.contains(option) && !isTaken) {
                problems.add("-D%s is for the goal %s, which this build does not run. Remove it."
                        .formatted(option, String.join(" or ", new TreeSet<>(owners))));
            } else if (!isTaken
                    && scientific.contains(option)
                    && execution.getGoal().equals(DESTRUCTIVE)) {
                problems.add("-D%s is for experiments, and does not choose entries. %s takes: %s."
                        .formatted(option, execution.getGoal(), String.join(", ", optionsOf(execution.getGoal()))));
            }
        }
        return problems;
    }

    /**
     * Refuses to run the goal if something is wrong.
     *
     * @param found what is wrong besides the names of options
     */
    public void require(List<String> found) throws MojoFailureException {
        List<String> problems = new ArrayList<>(found);
        problems.addAll(problems(new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names())));
        if (!problems.isEmpty()) {
            throw new MojoFailureException("%s:%s does nothing, because its options have %s:\n  - %s"
                    .formatted(
                            plugin().getGoalPrefix(),
                            execution.getGoal(),
                            problems.size() == 1 ? "an error" : problems.size() + " errors",
                            String.join("\n  - ", problems)));
        }
    }

    /**
     * A path that is an option of a goal, from where Maven was started.
     *
     * @param option its name
     * @param text what the user wrote, if anything
     * @param problems takes what is wrong with it
     * @return the path, unless nothing is written, or it is wrong
     */
    @Nullable
    public Path path(String option, @Nullable String text, List<String> problems) {
        if (text == null) {
            return null;
        }
        try {
            return Path.of(session.getExecutionRootDirectory()).resolve(UserPath.read(text));
        } catch (IllegalArgumentException e) {
            problems.add("-D%s is '%s'; it must be a path. %s".formatted(option, text, e.getMessage()));
            return null;
        }
    }

    private SortedSet<String> options() {
        SortedSet<String> options = new TreeSet<>(session.getUserProperties().stringPropertyNames());
        options.addAll(session.getSystemProperties().stringPropertyNames());
        options.removeAll(propertiesOfPoms());
        return options;
    }

    private List<String> optionsOf(String goal) {
        return takers().entrySet().stream()
                .filter(option -> option.getValue().contains(goal))
                .map(option -> "-D" + option.getKey())
                .toList();
    }

    /** The goals that take a property, by its name. */
    private Map<String, Set<String>> takers() {
        Map<String, Set<String>> takers = new TreeMap<>();
        for (MojoDescriptor mojo : plugin().getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                Matcher expression = EXPRESSION.matcher(parameter.getValue(""));
                if (expression.matches()) {
                    takers.computeIfAbsent(expression.group(1), name -> new TreeSet<>())
                            .add(mojo.getGoal());
                }
            }
        }
        return takers;
    }

    /** The goals of this plugin that the build runs, or may run. */
    private Set<String> goals() {
        Set<String> goals = new HashSet<>(Set.of(execution.getGoal()));
        boolean phases = session.getGoals().isEmpty();
        for (String task : session.getGoals()) {
            int goal = task.lastIndexOf(':') + 1;
            phases |= goal == 0;
            String owner = task.substring(0, Math.max(0, goal - 1));
            if (owner.equals(plugin().getGoalPrefix()) || owner.contains(":" + plugin().getArtifactId())) {
                goals.add(task.substring(goal).replaceFirst("@.*", ""));
            }
        }
        if (phases) {
            for (MavenProject project : session.getProjects()) {
                Plugin bound = project.getPlugin(plugin().getPluginLookupKey());
                if (bound != null) {
                    bound.getExecutions().forEach(execution -> goals.addAll(execution.getGoals()));
                }
            }
        }
        return goals;
    }

    /** Properties that a POM of this build, or one above it, declares: another module may be the one that uses them. */
    private Set<String> propertiesOfPoms() {
        Set<String> names = new HashSet<>();
        for (MavenProject module : session.getProjects()) {
            for (MavenProject pom = module; pom != null; pom = pom.getParent()) {
                Model model = pom.getOriginalModel();
                if (model == null) {
                    continue; // there is no POM
                }
                names.addAll(model.getProperties().stringPropertyNames());
                model.getProfiles()
                        .forEach(profile -> names.addAll(profile.getProperties().stringPropertyNames()));
            }
        }
        return names;
    }

    private PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    private static Set<String> properties(List<Setting<?>> settings) {
        Set<String> names = new HashSet<>();
        settings.stream()
                .map(Setting::property)
                .filter(property -> property != null)
                .forEach(names::add);
        return names;
    }
}
