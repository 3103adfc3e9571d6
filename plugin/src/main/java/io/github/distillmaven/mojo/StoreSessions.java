package io.github.distillmaven.mojo;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.store.StoreLocation;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/** Gives all goals of one build the same session with a store. It is kept with Maven's own session, and goes with it. */
class StoreSessions {

    /**
     * @param folder of the store as the user wrote it, relative to where Maven was started; null for the platform's default
     */
    StoreSession of(MavenSession session, String folder) {
        Path root = folder == null
                ? StoreLocation.ofUser(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                : Path.of(session.getExecutionRootDirectory()).resolve(folder);
        SessionData data = session.getRepositorySession().getData();
        // The class is part of the name, since another class loader has another one.
        Object name = List.of(StoreSession.class, root);
        data.set(name, null, new StoreSession(root));
        return (StoreSession) data.get(name);
    }
}
