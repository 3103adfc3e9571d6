package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Configurable;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;

/**
 * The setting that chooses a component, and those of all options that one of them takes.
 *
 * @param <C> kind of the components
 */
public final class ComponentSetting<C extends Configurable> {

    private final String parent;
    private final Components<C> components;
    private final Setting<String> name;
    private final Map<Option<?>, Setting<?>> options = new LinkedHashMap<>();

    /**
     * @param parent path of the element that holds all of them, such as {@code transfer}
     * @param element that names the component
     * @param usual id of the component that is chosen where nothing is written
     * @param description for the reference, up to the list of components
     */
    ComponentSetting(String parent, String element, Components<C> components, String usual, String description) {
        this.parent = parent;
        this.components = components;
        name = new Setting<>(
                parent + "." + element,
                ValueType.oneOf(components.ids()),
                usual,
                description + ": " + ReferenceText.described(components.all()) + ".");
        components.options().values().forEach(option -> options.put(option, setting(option)));
    }

    /** The name, and then the options. */
    List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(name));
        all.addAll(options.values());
        return List.copyOf(all);
    }

    /** The component with the options that it takes. */
    Chosen<C> read(ResolvedSettings values) {
        C component = components.get(values.get(name));
        Choice choice = Choice.of(component.id());
        for (Map.Entry<Option<?>, Setting<?>> option : options.entrySet()) {
            if (component.options().contains(option.getKey())) {
                choice = choice.with(option.getKey(), values.get(option.getValue()));
            }
        }
        return new Chosen<>(component, choice);
    }

    /** One sentence for each option that the user wrote and that the chosen component does not take. */
    public List<String> unused(C chosen, List<SettingValue> settings) {
        List<String> problems = new ArrayList<>();
        options.forEach((option, setting) -> {
            if (!chosen.options().contains(option) && SettingValue.isWritten(setting.path(), settings)) {
                List<String> users = components.taking(option.name()).stream()
                        .map(user -> "'" + user.id() + "'")
                        .toList();
                problems.add(Setting.element(setting.path()) + " is set, but '" + chosen.id()
                        + "' has no such setting. Remove it, or set "
                        + Setting.element(name.path().substring(parent.length() + 1)) + " to "
                        + ReferenceText.joined(users, " or ") + ".");
            }
        });
        return problems;
    }

    private <T> Setting<T> setting(Option<T> option) {
        return new Setting<>(
                parent + "." + option.name(),
                option.type(),
                option.defaultValue(),
                option.meaning() + " " + ReferenceText.used(components.taking(option.name())));
    }
}
