package io.github.distillmaven.mojo.wiring;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

import io.github.distillmaven.progress.ProgressBars;
import io.github.distillmaven.progress.ProgressDisplay;
import io.github.distillmaven.progress.ProgressLines;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Whether somebody watches the build, and what is shown then. */
final class Terminal {

    private Terminal() {}

    /** No {@code -B}, no continuous integration, and the output goes to a terminal. */
    static boolean isInteractive(MavenSession session) {
        return session.getRequest().isInteractiveMode() && System.getenv("CI") == null && isTerminal(System.console());
    }

    /** Opens what shows the progress of a build. */
    static Supplier<ProgressDisplay> displays(MavenSession session, Log log) {
        return () -> isInteractive(session) ? new ProgressBars() : new ProgressLines(log::info, System::nanoTime);
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
