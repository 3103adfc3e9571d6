package io.github.distillmaven.experiment;

import java.util.Map;

/** The value of every setting, read and in range. */
final class ResolvedSettings {

    private final Map<Setting<?>, Object> values;

    ResolvedSettings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked") // the value was read by the setting's own type
    <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }
}
