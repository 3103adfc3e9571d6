package io.github.distillmaven.extension.option;

/**
 * A setting of a component. Components of one kind may share a setting: then it is the same in each.
 *
 * @param name of the XML element, such as {@code width}
 * @param type what it may hold
 * @param defaultValue as users write it
 * @param meaning one or two sentences for the reference
 * @param <T> type of the value
 */
public record Option<T>(String name, ValueType<T> type, String defaultValue, String meaning) {

    public Option {
        type.read(defaultValue);
    }
}
