package io.github.distillmaven.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A ready-made experiment. Its resource file is written as users write their configuration.
 *
 * @param name as users write it
 * @param title one line for people
 * @param published what its source printed; null if it comes from no publication. In an experiment with other settings it has no numbers
 * @param values its settings by path, such as {@code teacher.epochs}
 */
public record Preset(String name, String title, @Nullable Published published, Map<String, String> values) {

    public Preset {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same for an experiment in which these settings differ from it. */
    public Preset with(List<String> differences) {
        return published == null ? this : new Preset(name, title, published.besides(differences), values);
    }

    /** The same with some values in place of its own. */
    public Preset over(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(others);
        return new Preset(name, title, published, all);
    }
}
