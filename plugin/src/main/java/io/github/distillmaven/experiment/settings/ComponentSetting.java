package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Configurable;
import io.github.distillmaven.extension.option.ValueType;

/**
 * The setting that chooses a component, and those of all options that one of them takes.
 *
 * @param <C> kind of the components
 */
public final class ComponentSetting<C extends Configurable> {

    private final Components<C> components;
    private final Setting<String> name;
    private final OptionSettings<C> options;

    /**
     * @param parent path of the element that holds all of them, such as {@code transfer}
     * @param element that names the component
     * @param usual id of the component that is chosen where nothing is written
     * @param description for the reference, up to the list of components
     */
    ComponentSetting(String parent, String element, Components<C> components, String usual, String description) {
        this.components = components;
        name = new Setting<>(
                parent + "." + element,
                ValueType.oneOf(components.ids()),
                usual,
                description + ": " + ReferenceText.described(components.all()) + ".");
        options = new OptionSettings<>(name, components);
    }

    /** The name, and then the options. */
    List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(name));
        all.addAll(options.all());
        return List.copyOf(all);
    }

    /** The component with the options that it takes. */
    Chosen<C> read(ResolvedSettings values) {
        return new Chosen<>(components.get(values.get(name)), options.read(values));
    }

    /** One sentence for each option that the user wrote and that the chosen component does not take. */
    public List<String> unused(C chosen, List<SettingValue> settings) {
        return options.unused(chosen.id(), settings);
    }
}
