package io.github.distillmaven.experiment.settings;

import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a user can set.
 *
 * @param path XML path below {@code <configuration>}, such as {@code teacher.epochs}
 * @param type what it may hold
 * @param defaultValue the value when neither preset nor user says anything; null for none
 * @param description one or two sentences for the reference
 * @param <T> type of the value
 */
public record Setting<T>(
        String path, ValueType<T> type, @Nullable String defaultValue, String description) {

    /** What the names of all properties begin with. */
    public static final String PROPERTIES = "distill.";

    /** Name of the property that sets it for all experiments of a build; null for what each has for itself. */
    public @Nullable String property() {
        boolean own = path.equals(SettingCatalog.NAME)
                || path.startsWith(ExpectationSettings.PATH + ".")
                || path.startsWith(StudentSettings.PATH + ".")
                || DatasetSettings.belongs(path)
                || OwnNetworkSettings.belongs(path);
        return own ? null : PROPERTIES + path;
    }

    /** The element as users write it, such as {@code <teacher><epochs>}. */
    public static String element(String path) {
        return "<" + path.replace(".", "><") + ">";
    }
}
