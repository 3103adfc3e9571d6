package io.github.distillmaven.fetch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears. */
final class RecordingListener implements FetchListener {

    final List<String> progress = new CopyOnWriteArrayList<>();
    final List<String> failed = new CopyOnWriteArrayList<>();
    final List<String> fetched = new CopyOnWriteArrayList<>();

    private final Runnable atProgress;

    RecordingListener() {
        this(() -> {});
    }

    RecordingListener(Runnable atProgress) {
        this.atProgress = atProgress;
    }

    @Override
    public void progress(String name, long done, long total) {
        progress.add("%s %s/%s".formatted(name, done, total));
        atProgress.run();
    }

    @Override
    public void failed(String name, Attempt attempt) {
        failed.add("%s from %s: %s".formatted(name, attempt.source(), attempt.reason()));
    }

    @Override
    public void fetched(List<String> files, String source) {
        fetched.add("%s from %s".formatted(String.join(", ", files), source));
    }
}
