package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What killed builds left behind. Each thing goes for itself: one that cannot go holds up no other. */
final class Leftovers {

    /** So long a download or a training that was broken off may be gone on with. */
    private static final Duration UNFINISHED = Duration.ofDays(14);

    private final StoreSession session;
    private final StoreLayout layout;
    private final Instant now;
    private final List<String> stayed = new ArrayList<>();

    Leftovers(StoreSession session, Instant now) {
        this.session = session;
        this.layout = session.layout();
        this.now = now;
    }

    private interface Attempt {

        void run() throws IOException;
    }

    /**
     * Removes what was being written and its locks at once, unfinished downloads and checkpoints after two weeks.
     *
     * @return a sentence for each thing that could not go
     */
    List<String> clear() {
        attempt(() -> RunningBuilds.forgetDead(layout));
        clear(layout.locks(), Duration.ZERO);
        clear(layout.work(), Duration.ZERO);
        clear(layout.incoming(), UNFINISHED);
        clear(layout.checkpoints(), UNFINISHED);
        return stayed;
    }

    /** Removes copies of entries that were not completed. */
    List<String> clear(List<Path> unfinished) {
        unfinished.forEach(path -> attempt(() -> remove(path)));
        return stayed;
    }

    private void clear(Path folder, Duration age) {
        attempt(() -> {
            for (Path left : layout.tree().list(folder)) {
                attempt(() -> {
                    if (age(left).compareTo(age) >= 0) {
                        remove(left);
                    }
                });
            }
        });
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            stayed.add("Something that a killed build left cannot be removed: " + e);
        }
    }

    /** A name that does not begin with a key is not the store's. To give a lock back leaves no file of it behind. */
    private void remove(Path left) throws IOException {
        Optional<String> key = StoreLayout.keyOf(left);
        if (key.isEmpty() || layout.tree().look(left).isEmpty()) {
            return;
        }
        Optional<StoreLock> lock = StoreLock.tryAcquire(session, key.get());
        if (lock.isPresent()) {
            try (StoreLock held = lock.get()) {
                if (!left.equals(LockPlace.of(layout, key.get()).file())) {
                    layout.tree().delete(left);
                }
            }
        }
    }

    /** Never negative: a clock that was put back makes nothing younger than new. */
    private Duration age(Path left) throws IOException {
        Instant changed = changed(left);
        if (layout.tree().isFolder(left)) {
            for (Path file : layout.tree().list(left)) {
                Instant at = changed(file);
                changed = at.isAfter(changed) ? at : changed;
            }
        }
        return changed.isAfter(now) ? Duration.ZERO : Duration.between(changed, now);
    }

    private static Instant changed(Path path) throws IOException {
        return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
    }
}
