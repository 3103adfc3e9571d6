package io.github.distillmaven.mojo;

import java.time.Instant;
import java.util.List;
import javax.inject.Inject;

import io.github.distillmaven.store.CleaningOrder;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreTable;
import io.github.distillmaven.store.StoredEntry;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes entries from the store: those that meet all the conditions given, then the longest unused ones until the rest fits a
 * size. What a running build uses stays. Without any condition, only what killed builds left behind goes.
 */
@Mojo(name = "store-clean", requiresProject = false, aggregator = true, threadSafe = true)
public final class StoreCleanMojo extends StoreMojo {

    /**
     * Removes entries that were not used for so long, such as {@code 30d} or {@code 12h}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.olderThan")
    private String olderThan;

    /**
     * Removes entries that the experiments of this name made or used, in whatever project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.experiment")
    private String experiment;

    /**
     * Removes entries that are not what was written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.damaged", defaultValue = "false")
    private boolean damaged;

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
    void run(Housekeeping housekeeping, Instant now) throws StoreException, MojoFailureException {
        try {
            CleaningOrder order = CleaningOrder.of(olderThan, experiment, damaged, maxSize);
            List<StoredEntry> removed = housekeeping.clean(order);
            new StoreTable(removed, now).lines().forEach(line -> getLog().info("removed: " + line));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
