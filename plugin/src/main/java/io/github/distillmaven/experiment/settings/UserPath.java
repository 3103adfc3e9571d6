package io.github.distillmaven.experiment.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.FileNameEncoding;
import io.github.distillmaven.extension.option.UnfitValueException;
import io.github.distillmaven.extension.option.ValueType;

/**
 * A path as people write it: {@code ~} at its start is their home folder. A shell replaces it only at the start of an argument, and
 * so not in {@code -Ddistill.store=~/store}.
 */
public final class UserPath {

    private static final Pattern ADDRESS = Pattern.compile("(?i)file:|[^/\\\\]*://");
    private static final Pattern FILE_OF_HOME = Pattern.compile("(?i)file:/*(~|%[7]e)");

    private UserPath() {}

    /** A path. */
    static ValueType<String> type(String expectation) {
        return ValueType.of(expectation, UserPath::read);
    }

    /** An address with a scheme, or else a path. */
    static ValueType<String> orAddress(String expectation) {
        return ValueType.of(expectation, text -> {
            if (FILE_OF_HOME.matcher(text).lookingAt()) {
                throw new UnfitValueException(
                        "In an address '~' is not the home folder. Leave 'file:' out, or write the whole path.");
            }
            return ADDRESS.matcher(text).lookingAt() ? text : read(text);
        });
    }

    /**
     * The path without {@code ~}.
     *
     * @param text absolute or relative
     * @return what {@link Path#of} takes
     * @throws IllegalArgumentException if it is empty, begins with the home folder of somebody else, or cannot be the path of a file;
     *     the message is a sentence for the user
     */
    public static String read(String text) {
        return read(text, System.getProperty("user.home", ""), FileNameEncoding.ofThisJvm());
    }

    static String read(String text, String home, FileNameEncoding encoding) {
        String path = text.strip();
        if (path.isEmpty()) {
            throw new UnfitValueException("It is empty.");
        }
        if (path.startsWith("~")) {
            path = home(path, home) + path.substring(1);
        }
        encoding.refusal(path).ifPresent(sentence -> {
            throw new UnfitValueException(sentence);
        });
        try {
            return Path.of(path).toString();
        } catch (InvalidPathException e) {
            throw new UnfitValueException("It is not a path: " + e.getReason() + ".");
        }
    }

    private static String home(String path, String home) {
        if (path.length() > 1 && path.charAt(1) != '/' && path.charAt(1) != '\\') {
            throw new UnfitValueException(
                    "'~' with a name behind it is for shells. Write the whole path, or './" + path + "' for a name.");
        }
        if (home.isEmpty() || !Path.of(home).isAbsolute()) {
            throw new UnfitValueException("This user has no home folder that '~' can stand for. Write the whole path.");
        }
        return home;
    }
}
