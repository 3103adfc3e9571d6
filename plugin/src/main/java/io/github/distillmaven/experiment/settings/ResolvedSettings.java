package io.github.distillmaven.experiment.settings;

import java.util.Map;

/** The value of every setting, read and in range. */
public final class ResolvedSettings {

    private final Map<Setting<?>, Object> values;

    public ResolvedSettings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked") // the value was read by the setting's own type
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }
}
