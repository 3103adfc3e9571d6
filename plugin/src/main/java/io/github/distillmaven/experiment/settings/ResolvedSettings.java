package io.github.distillmaven.experiment.settings;

import java.util.Map;
import java.util.Optional;

/** The values of settings, read and in range. */
public final class ResolvedSettings {

    private final Map<Setting<?>, Object> values;

    /** @param values each of the type of its setting */
    public ResolvedSettings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * The value of a setting that has one.
     *
     * @throws IllegalStateException if it has none
     */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.path() + " has no value"));
    }

    /** The value; empty if there is none, or none that can be read. */
    @SuppressWarnings("unchecked") // the value was read by the setting's own type
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }
}
