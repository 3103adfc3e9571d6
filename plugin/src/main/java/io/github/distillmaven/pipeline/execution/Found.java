package io.github.distillmaven.pipeline.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where the result of a step came from. */
enum Found {
    IN_PLACE("up to date"),
    STORED("restored from the store"),
    MADE_MEANWHILE("made meanwhile"),
    REMOTE("restored from the remote store"),
    MADE("made");

    private final String text;

    Found(String text) {
        this.text = text;
    }

    /**
     * What the log says of it.
     *
     * @param started when the step began; if it was made, it ends now
     */
    String text(Instant started) {
        return this == MADE
                ? String.format(
                        Locale.ROOT,
                        "%s in %.1f s",
                        text,
                        Duration.between(started, Instant.now()).toMillis() / 1000.0)
                : text;
    }
}
