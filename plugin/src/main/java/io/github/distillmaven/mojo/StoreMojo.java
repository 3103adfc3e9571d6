package io.github.distillmaven.mojo;

import java.time.Instant;

import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that look after the store share. They need no project. */
abstract class StoreMojo extends AbstractMojo {

    /**
     * Folder of the store; by default {@code distill-maven-plugin} in the user's cache folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.store")
    private String store;

    @Parameter(defaultValue = "${session}", required = true, readonly = true)
    private MavenSession session;

    private final StoreSessions stores;

    StoreMojo(StoreSessions stores) {
        this.stores = stores;
    }

    /** The one call. */
    abstract void run(Housekeeping housekeeping, Instant now) throws StoreException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        StoreSession opened = stores.of(session, store);
        Instant now = Instant.now();
        getLog().info("The store is " + opened.root());
        try {
            run(new Housekeeping(opened, now), now);
        } catch (StoreException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
