package io.github.distillmaven.mojo;

import java.time.Instant;
import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.StoreSessions;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.cleaning.StoreTable;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists the entries of the store with their step, size, age, last use and experiments, the longest unused first. */
@Mojo(name = "store-list", requiresProject = false, aggregator = true, threadSafe = true)
public final class StoreListMojo extends StoreMojo {

    @Inject
    StoreListMojo(StoreSessions stores) {
        super(stores);
    }

    @Override
    void run(Housekeeping housekeeping, Instant now) throws StoreException {
        new StoreTable(housekeeping.list(), now).lines().forEach(getLog()::info);
        housekeeping.skipped().forEach(getLog()::warn);
    }
}
