package io.github.distillmaven.progress;

import java.util.LinkedHashMap;
import java.util.Map;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress for a terminal: one bar per task. */
public final class ProgressBars implements ProgressDisplay {

    private static final int REFRESH_MILLIS = 250;

    private final String experiment;
    private final Map<String, ProgressBar> bars = new LinkedHashMap<>();

    /** @param experiment what all of them are about, such as {@code module/experiment} */
    public ProgressBars(String experiment) {
        this.experiment = experiment;
    }

    @Override
    public synchronized void update(String task, long done, long total, String detail) {
        ProgressBar bar = bars.computeIfAbsent(
                task,
                name -> new ProgressBarBuilder()
                        .setTaskName(experiment + ": " + name)
                        .setInitialMax(total)
                        .setRenderer(new ProgressLine())
                        .continuousUpdate()
                        .setUpdateIntervalMillis(REFRESH_MILLIS)
                        .build());
        bar.maxHint(total);
        bar.stepTo(done);
        bar.setExtraMessage(detail);
        if (done == total) {
            bar.close();
            bars.remove(task);
        }
    }

    @Override
    public synchronized void close() {
        bars.values().forEach(ProgressBar::close);
        bars.clear();
    }
}
