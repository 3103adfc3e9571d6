package io.github.distillmaven.progress;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

import org.jspecify.annotations.Nullable;

/**
 * Colours where Maven has them: Mavens 3 and 4 show their plugins the switch that their own colours have, {@code -B} and
 * {@code -Dstyle.color} included. One that shows none gets no colours.
 *
 * @param shown whether they are; else texts stay as they are
 */
public record Colours(boolean shown) {

    private static final String BOLD = "1";
    private static final String GREEN = "1;32";

    /** What this build has. */
    public static Colours ofThisBuild() {
        return new Colours(isWatched() && mavenHasThem());
    }

    /** What a line is about. */
    String subject(String text) {
        return in(BOLD, text);
    }

    /** What went as it should. */
    public String success(String text) {
        return in(GREEN, text);
    }

    private String in(String colour, String text) {
        return shown && !text.isEmpty() ? "\u001b[" + colour + "m" + text + "\u001b[m" : text;
    }

    private static boolean mavenHasThem() {
        return isOn("org.fusesource.jansi.Ansi", "isEnabled")
                || isOn("org.apache.maven.jline.MessageUtils", "isColorEnabled");
    }

    /** A switch of Maven's, which one of another version does not have. */
    private static boolean isOn(String type, String method) {
        try {
            return (boolean) Class.forName(type).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /** Whether somebody may watch: the output goes to a terminal, and this is no continuous integration. */
    public static boolean isWatched() {
        return System.getenv("CI") == null && isTerminal(System.console());
    }

    /** Since Java 22 there is a console without a terminal too, and a method to tell them apart. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
