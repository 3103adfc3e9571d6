package io.github.distillmaven.pipeline.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a test is to look at. Several threads may write to it. */
public final class RecordingLog extends SystemStreamLog {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /** What was said so far, each line behind its level. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void info(CharSequence text) {
        lines.add("info: " + text);
    }

    @Override
    public void warn(CharSequence text) {
        lines.add("warn: " + text);
    }
}
