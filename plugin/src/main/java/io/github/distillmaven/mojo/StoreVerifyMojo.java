package io.github.distillmaven.mojo;

import java.time.Instant;
import java.util.List;
import javax.inject.Inject;

import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Reads every byte of every entry in the store, and fails if one is not what was written. */
@Mojo(name = "store-verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class StoreVerifyMojo extends StoreMojo {

    @Inject
    StoreVerifyMojo(StoreSessions stores) {
        super(stores);
    }

    @Override
    void run(Housekeeping housekeeping, Instant now) throws StoreException, MojoFailureException {
        List<String> problems = housekeeping.verify();
        if (!problems.isEmpty()) {
            problems.forEach(getLog()::error);
            throw new MojoFailureException(
                    "%s entries of the store are damaged. No build takes them; remove them with distill:store-clean -Ddistill.damaged."
                            .formatted(problems.size()));
        }
        getLog().info("Every entry is what was written: " + housekeeping.list().size());
    }
}
