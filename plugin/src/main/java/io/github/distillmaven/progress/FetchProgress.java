package io.github.distillmaven.progress;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.distillmaven.fetch.Attempt;
import io.github.distillmaven.fetch.FetchListener;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Shows downloads, and tells where each file came from. */
public final class FetchProgress implements FetchListener {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Supplier<ProgressDisplay> displays;
    private final Log log;
    private final Set<String> warned = new HashSet<>();
    private @Nullable ProgressDisplay display;

    /** @param displays opens the display, when the first bytes come */
    public FetchProgress(Supplier<ProgressDisplay> displays, Log log) {
        this.displays = displays;
        this.log = log;
    }

    @Override
    public synchronized void progress(String name, long done, long total) {
        if (display == null) {
            display = displays.get();
        }
        display.update("fetch " + name, done, total, done / MEBIBYTE + " of " + total / MEBIBYTE + " MiB");
    }

    @Override
    public synchronized void failed(String name, Attempt attempt) {
        if (display != null) {
            display.close();
        }
        String line = "data: " + name + " not from " + attempt.source() + ": " + attempt.reason();
        if (attempt.absent() || !warned.add(about(attempt))) {
            log.debug(line);
        } else {
            log.warn(line);
        }
    }

    /** What is wrong with one file of a folder for the same reason as with another one needs no warning of its own. */
    private static String about(Attempt attempt) {
        return attempt.source().replaceFirst("[^/]*$", "") + " " + attempt.reason();
    }

    @Override
    public void fetched(List<String> files, String source) {
        log.info("data: " + String.join(", ", files) + " from " + source);
    }
}
