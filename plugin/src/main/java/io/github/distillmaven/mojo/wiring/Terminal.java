package io.github.distillmaven.mojo.wiring;

import java.util.function.Supplier;

import io.github.distillmaven.progress.Colours;
import io.github.distillmaven.progress.ExperimentLog;
import io.github.distillmaven.progress.ProgressBars;
import io.github.distillmaven.progress.ProgressDisplay;
import io.github.distillmaven.progress.ProgressLines;
import org.apache.maven.execution.MavenSession;

/** Whether somebody watches the build, and what is shown then. */
final class Terminal {

    private Terminal() {}

    /** No {@code -B}, no continuous integration, and the output goes to a terminal. */
    static boolean isInteractive(MavenSession session) {
        return session.getRequest().isInteractiveMode() && Colours.isWatched();
    }

    /** Opens what shows the progress of a build. */
    static Supplier<ProgressDisplay> displays(MavenSession session, ExperimentLog log) {
        return () -> isInteractive(session)
                ? new ProgressBars(log.subject())
                : new ProgressLines(log::info, System::nanoTime);
    }
}
