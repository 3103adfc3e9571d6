package io.github.distillmaven.mojo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.StoreSessions;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.cleaning.CleaningOrder;
import io.github.distillmaven.store.cleaning.Removal;
import io.github.distillmaven.store.cleaning.StoreTable;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes entries from the store: those that meet all the conditions given, then the longest unused ones until the rest fits
 * a size. Says beforehand which, and why. What a running build uses stays. Without a condition, removes only what killed
 * builds left behind.
 */
@Mojo(name = "store-clean", requiresProject = false, aggregator = true, threadSafe = true)
public final class StoreCleanMojo extends StoreMojo {

    /**
     * Removes entries that have been unused for at least this time, such as {@code 30d} or {@code 12h}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.olderThan")
    private String olderThan;

    /**
     * Removes entries that experiments of this name made or used, in any project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.experiment")
    private String experiment;

    /**
     * Removes damaged entries.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.damaged", defaultValue = "false")
    private String damaged;

    /**
     * Removes the longest unused entries until the rest takes no more than this, such as {@code 5GB}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.maxSize")
    private String maxSize;

    @Inject
    StoreCleanMojo(StoreSessions stores) {
        super(stores);
    }

    @Override
    List<String> problems() {
        return damaged().refusal().stream().toList();
    }

    private Switch damaged() {
        return Switch.of(session(), "damaged", damaged);
    }

    @Override
    void run(Housekeeping housekeeping, Instant now) throws StoreException, MojoFailureException {
        CleaningOrder order = order();
        housekeeping.skipped().forEach(getLog()::warn);
        housekeeping.clear().forEach(getLog()::warn);
        List<Removal> chosen = housekeeping.choose(order);
        if (chosen.isEmpty()) {
            getLog().info(
                            order.isEmpty()
                                    ? "What killed builds left behind is gone. To remove entries, say which:"
                                            + " -Ddistill.olderThan=<time>, -Ddistill.experiment=<name>,"
                                            + " -Ddistill.damaged or -Ddistill.maxSize=<size>."
                                    : "No entry is to be removed: none meets the conditions, or running builds use"
                                            + " those that do.");
            return;
        }
        announce(chosen, now);
        remove(chosen, housekeeping);
    }

    private CleaningOrder order() throws MojoFailureException {
        try {
            return CleaningOrder.of(olderThan, experiment, damaged().isOn(), maxSize);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    /** Before anything is gone, so that the log tells what was lost even if the build is ended. */
    private void announce(List<Removal> chosen, Instant now) {
        getLog().info("To be removed:");
        new StoreTable(chosen.stream().map(Removal::entry).toList(), now)
                .lines()
                .forEach(getLog()::info);
        chosen.forEach(
                removal -> getLog().info("%s is removed because: %s".formatted(shortKey(removal), removal.reason())));
    }

    private void remove(List<Removal> chosen, Housekeeping housekeeping) {
        int removed = 0;
        long bytes = 0;
        for (Removal removal : chosen) {
            Optional<String> stays = housekeeping.remove(removal.entry().key());
            stays.ifPresent(reason -> getLog().warn("%s is not removed: %s".formatted(shortKey(removal), reason)));
            removed += stays.isPresent() ? 0 : 1;
            bytes += stays.isPresent() ? 0 : removal.entry().size();
        }
        getLog().info("Removed %s %s, %s"
                .formatted(removed, removed == 1 ? "entry" : "entries", StoreTable.bytes(bytes)));
    }

    private static String shortKey(Removal removal) {
        return StoreTable.shortKey(removal.entry().key());
    }
}
