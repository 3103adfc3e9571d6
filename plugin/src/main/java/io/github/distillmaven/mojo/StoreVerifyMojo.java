package io.github.distillmaven.mojo;

import java.time.Instant;
import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.StoreSessions;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.cleaning.Verification;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Reads every byte of every entry in the store, and fails if one is damaged or cannot be read. */
@Mojo(name = "store-verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class StoreVerifyMojo extends StoreMojo {

    @Inject
    StoreVerifyMojo(StoreSessions stores) {
        super(stores);
    }

    @Override
    void run(Housekeeping housekeeping, Instant now) throws StoreException, MojoFailureException {
        Verification verification = housekeeping.verify();
        verification.damaged().forEach(getLog()::error);
        verification.unread().forEach(getLog()::error);
        getLog().info(intact(verification));
        if (!verification.damaged().isEmpty()) {
            throw new MojoFailureException(
                    "%s damaged. No build takes what is damaged; remove it with distill:store-clean -Ddistill.damaged."
                            .formatted(ofStore(verification.damaged().size(), "entry", "entries")));
        }
        if (!verification.unread().isEmpty()) {
            throw new MojoFailureException(
                    "%s not read, so it is not known whether they are intact. Verify the store as a user who may read all of it."
                            .formatted(ofStore(verification.unread().size(), "part", "parts")));
        }
    }

    private static String intact(Verification verification) {
        boolean all = verification.damaged().isEmpty() && verification.unread().isEmpty();
        int intact = verification.intact();
        if (all && intact == 0) {
            return "The store holds no entries.";
        }
        if (all) {
            return intact == 1 ? "The only entry is intact." : "All %s entries are intact.".formatted(intact);
        }
        return intact == 1 ? "1 entry is intact." : intact + " entries are intact.";
    }

    private static String ofStore(int number, String one, String many) {
        return number == 1 ? "1 " + one + " of the store is" : number + " " + many + " of the store are";
    }
}
