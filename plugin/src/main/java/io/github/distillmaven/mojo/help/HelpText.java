package io.github.distillmaven.mojo.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import org.apache.commons.text.WordUtils;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What the goals do and take: settings of an experiment and the elements below them as the catalog says, all else as the plugin's
 * descriptor has it.
 *
 * @param plugin its descriptor
 * @param catalog of all that an experiment has
 * @param detail whether parameters are explained
 * @param width most characters of a line, unless a single word is longer
 */
record HelpText(PluginDescriptor plugin, SettingCatalog catalog, boolean detail, int width) {

    private static final int NARROWEST = 20;
    private static final String STEP = "  ";

    /** About all goals. */
    String ofAll() {
        List<MojoDescriptor> goals = goals();
        List<String> lines = new ArrayList<>();
        add(lines, 0, plugin.getName() + " " + plugin.getVersion());
        add(lines, 1, plugin.getDescription());
        lines.add("");
        add(lines, 0, "This plugin has " + goals.size() + " goals:");
        lines.add("");
        goals.forEach(goal -> addGoal(lines, goal));
        return String.join("\n", lines);
    }

    /**
     * About one goal.
     *
     * @throws IllegalArgumentException if there is none of that name, with a message for the user
     */
    String of(String name) {
        List<MojoDescriptor> goals = goals();
        MojoDescriptor found = goals.stream()
                .filter(goal -> goal.getGoal().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no goal '%s' to explain (-Dgoal). The goals are: %s."
                                .formatted(
                                        name,
                                        goals.stream()
                                                .map(MojoDescriptor::getGoal)
                                                .collect(Collectors.joining(", ")))));
        List<String> lines = new ArrayList<>();
        addGoal(lines, found);
        return String.join("\n", lines);
    }

    private List<MojoDescriptor> goals() {
        return plugin.getMojos().stream()
                .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                .toList();
    }

    private void addGoal(List<String> lines, MojoDescriptor goal) {
        add(lines, 0, plugin.getGoalPrefix() + ":" + goal.getGoal());
        add(lines, 1, goal.getDescription());
        lines.add("");
        if (!detail) {
            return;
        }
        add(lines, 1, "Parameters:");
        lines.add("");
        goal.getParameters().stream()
                .filter(Parameter::isEditable)
                .sorted(Comparator.comparing(Parameter::getName))
                .forEach(parameter -> addParameter(lines, parameter, goal.getMojoConfiguration()));
    }

    private void addParameter(List<String> lines, Parameter parameter, PlexusConfiguration configuration) {
        String name = parameter.getName();
        Optional<Setting<?>> setting = setting(name);
        if (setting.isPresent()) {
            addSetting(lines, 2, name, setting.get());
        } else {
            PlexusConfiguration values = configuration.getChild(name);
            String expression = values.getValue("");
            addEntry(
                    lines,
                    2,
                    name,
                    values.getAttribute("default-value"),
                    // What follows is the list of the elements below it, for those who read the descriptor.
                    parameter.getDescription().lines().findFirst().orElse("").strip(),
                    "",
                    expression.startsWith("${") ? expression.substring(2, expression.length() - 1) : null);
        }
        addElements(lines, 3, name);
    }

    /** Those below a path, with those below them. */
    private void addElements(List<String> lines, int depth, String parent) {
        for (String path : below(parent)) {
            String name = "<" + path.substring(parent.length() + 1) + ">";
            Optional<Setting<?>> setting = setting(path);
            if (setting.isPresent()) {
                addSetting(lines, depth, name, setting.get());
            } else {
                add(lines, depth, name);
                lines.add("");
            }
            addElements(lines, depth + 1, path);
        }
        catalog.repeated(parent).forEach((original, elements) -> {
            String names = elements.stream().map(Setting::element).collect(Collectors.joining(", "));
            addEntry(
                    lines,
                    depth,
                    names,
                    null,
                    "As in " + Setting.element(original) + ". Where it is not written here, the value there counts.",
                    "",
                    null);
        });
    }

    private Optional<Setting<?>> setting(String path) {
        return catalog.reference().stream()
                .filter(one -> one.path().equals(path))
                .findFirst();
    }

    private void addSetting(List<String> lines, int depth, String name, Setting<?> setting) {
        SettingText text = new SettingText(setting);
        addEntry(lines, depth, name, setting.defaultValue(), text.meaning(), text.value(), setting.property());
    }

    private Set<String> below(String parent) {
        String start = parent + ".";
        return catalog.reference().stream()
                .map(Setting::path)
                .filter(path -> path.startsWith(start))
                .map(path -> start + path.substring(start.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void addEntry(
            List<String> lines,
            int depth,
            String name,
            @Nullable String usual,
            String description,
            String value,
            @Nullable String property) {
        add(lines, depth, usual == null ? name : name + " (default: " + usual + ")");
        add(lines, depth + 1, description);
        if (!value.isEmpty()) {
            add(lines, depth + 1, "Value: " + value);
        }
        if (property != null) {
            add(lines, depth + 1, "Property: " + property);
        }
        lines.add("");
    }

    private void add(List<String> lines, int depth, String text) {
        String indent = STEP.repeat(depth);
        WordUtils.wrap(text, Math.max(NARROWEST, width - indent.length()), "\n", false)
                .lines()
                .forEach(line -> lines.add(indent + line));
    }
}
