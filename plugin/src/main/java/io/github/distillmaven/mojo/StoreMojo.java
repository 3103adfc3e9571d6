package io.github.distillmaven.mojo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.mojo.configuration.CommandLine;
import io.github.distillmaven.mojo.configuration.ConfiguredStores;
import io.github.distillmaven.mojo.wiring.StoreSessions;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that look after the store share. They need no project. */
abstract class StoreMojo extends AbstractMojo {

    /**
     * Folder of the store; by default that of the POM's experiments, or else {@code distill-maven-plugin} in the user's cache
     * folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.store")
    private String store;

    @Parameter(defaultValue = "${session}", required = true, readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", required = true, readonly = true)
    private MojoExecution execution;

    private final StoreSessions stores;

    StoreMojo(StoreSessions stores) {
        this.stores = stores;
    }

    /** The one call. */
    abstract void run(Housekeeping housekeeping, Instant now) throws StoreException, MojoFailureException;

    /** What is wrong with the parameters of the goal itself. */
    List<String> problems() {
        return List.of();
    }

    /** The build. */
    final MavenSession session() {
        return session;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        CommandLine options = new CommandLine(session, execution);
        List<String> problems = new ArrayList<>(problems());
        options.path("distill.store", store, problems);
        options.require(problems);
        StoreSession opened = open();
        Instant now = Instant.now();
        getLog().info("The store is " + opened.root());
        try {
            Housekeeping housekeeping = new Housekeeping(opened, now);
            if (housekeeping.isStore()) {
                run(housekeeping, now);
            } else {
                requireNothing(opened.root());
            }
        } catch (StoreException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Where nothing is, a store may be tomorrow; a folder of other things is not what the user means. */
    private void requireNothing(Path root) throws MojoFailureException {
        String[] content = root.toFile().list();
        if (content != null && content.length > 0) {
            throw new MojoFailureException(
                    "%s is not a store: it has no folder 'v1'. Name the folder of the store with -Ddistill.store=<folder>, or in the POM with <store>."
                            .formatted(root));
        }
        getLog().warn("There is no store in " + root + ": no build has kept anything there.");
    }

    private StoreSession open() throws MojoFailureException {
        try {
            return stores.of(session, ConfiguredStores.of(session, execution).choose(store));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
