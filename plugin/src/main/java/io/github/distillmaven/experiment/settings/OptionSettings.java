package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Configurable;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;

/**
 * The settings of all options that one of some components takes. They stand beside the setting that names the component.
 *
 * @param <C> kind of the components
 */
public final class OptionSettings<C extends Configurable> {

    private final Setting<String> name;
    private final Components<C> components;
    private final Map<Option<?>, Setting<?>> options = new LinkedHashMap<>();

    /** @param name the setting that names one of the components, or something else that has no options */
    OptionSettings(Setting<String> name, Components<C> components) {
        this.name = name;
        this.components = components;
        components.options().values().forEach(option -> options.put(option, setting(option)));
    }

    /** All of them. */
    List<Setting<?>> all() {
        return List.copyOf(options.values());
    }

    /** What is named, with the options that it takes. */
    public Choice read(ResolvedSettings values) {
        String id = values.get(name);
        Choice choice = Choice.of(id);
        for (Map.Entry<Option<?>, Setting<?>> option : options.entrySet()) {
            if (taken(id).contains(option.getKey())) {
                choice = choice.with(option.getKey(), values.get(option.getValue()));
            }
        }
        return choice;
    }

    /**
     * One sentence for each option that the user wrote and that what is named does not take.
     *
     * @param id what is named
     */
    public List<String> unused(String id, List<SettingValue> settings) {
        List<String> problems = new ArrayList<>();
        options.forEach((option, setting) -> {
            if (!taken(id).contains(option) && SettingValue.isWritten(setting.path(), settings)) {
                List<String> users = components.taking(option.name()).stream()
                        .map(user -> "'" + user.id() + "'")
                        .toList();
                problems.add(Setting.element(setting.path()) + " is set, but '" + id
                        + "' has no such setting. Remove it, or set "
                        + Setting.element(name.path().substring(parent().length()))
                        + " to " + ReferenceText.joined(users, " or ") + ".");
            }
        });
        return problems;
    }

    private List<Option<?>> taken(String id) {
        return Optional.of(id)
                .flatMap(components::find)
                .map(Configurable::options)
                .orElse(List.of());
    }

    private <T> Setting<T> setting(Option<T> option) {
        return new Setting<>(
                parent() + option.name(),
                option.type(),
                option.defaultValue(),
                option.meaning() + " " + ReferenceText.used(components.taking(option.name())));
    }

    /** Path of the element that holds all of them, with the dot behind it. */
    private String parent() {
        return name.path().substring(0, name.path().lastIndexOf('.') + 1);
    }
}
