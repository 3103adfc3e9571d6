package io.github.distillmaven.extension.option;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A component that was chosen, with the values of its options.
 *
 * @param id of the component
 * @param values of its options as text, by name; an option that is not there has its default
 */
public record Choice(String id, SortedMap<String, String> values) {

    public Choice {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** A component whose options all have their defaults. */
    public static Choice of(String id) {
        return new Choice(id, new TreeMap<>());
    }

    /** The same component with the value of one more option. */
    public Choice with(Option<?> option, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(option.name(), ValueType.canonical(value));
        return new Choice(id, new TreeMap<>(more));
    }

    /**
     * The value of an option.
     *
     * @throws IllegalArgumentException if the text is none that the option may hold
     */
    public <T> T get(Option<T> option) {
        return option.type().read(values.getOrDefault(option.name(), option.defaultValue()));
    }
}
