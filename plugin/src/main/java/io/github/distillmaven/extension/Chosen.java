package io.github.distillmaven.extension;

import io.github.distillmaven.extension.option.Choice;

/**
 * A component with the values of its options.
 *
 * @param choice which one, and the values
 * @param <C> its kind
 */
public record Chosen<C extends Component>(C component, Choice choice) {

    /** A component whose options all have their defaults. */
    public static <C extends Component> Chosen<C> of(C component) {
        return new Chosen<>(component, Choice.of(component.id()));
    }

    /** The name of the component. */
    public String id() {
        return component.id();
    }
}
