package io.github.distillmaven.experiment;

import java.util.List;

/**
 * One setting of an experiment as it came out, and why.
 *
 * @param path XML path below {@code <configuration>}, such as {@code teacher.epochs}
 * @param value in canonical form
 * @param origin where the value was set
 */
public record SettingValue(String path, String value, Origin origin) {

    /** Whether the user wrote it, not the preset. */
    public static boolean isWritten(String path, List<SettingValue> settings) {
        return settings.stream()
                .anyMatch(setting -> setting.path.equals(path) && setting.origin.compareTo(Origin.PRESET) > 0);
    }

    /** Where a value can be set; a later one wins over an earlier one. */
    public enum Origin {
        /** Nobody set it. */
        DEFAULT,
        /** The preset. */
        PRESET,
        /** A property of the project or of a profile in settings.xml. */
        PROJECT_PROPERTY,
        /** An element of the POM. */
        POM,
        /** {@code -D} on the command line. */
        COMMAND_LINE
    }
}
