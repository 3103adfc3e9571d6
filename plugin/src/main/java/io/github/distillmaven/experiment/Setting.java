package io.github.distillmaven.experiment;

/**
 * One thing that a user can set.
 *
 * @param path XML path below {@code <configuration>}, such as {@code teacher.epochs}
 * @param type what it may hold
 * @param defaultValue the value when neither preset nor user says anything; null for none
 * @param property name of the property that sets it from the command line; null if there is none
 * @param description one or two sentences for the reference
 * @param <T> type of the value
 */
public record Setting<T>(String path, ValueType<T> type, String defaultValue, String property, String description) {

    /** The element as users write it, such as {@code <teacher><epochs>}. */
    public static String element(String path) {
        return "<" + path.replace(".", "><") + ">";
    }
}
