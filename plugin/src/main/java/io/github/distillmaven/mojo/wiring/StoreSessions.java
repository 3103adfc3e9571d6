package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.FileNameEncoding;
import io.github.distillmaven.experiment.settings.UserPath;
import io.github.distillmaven.store.StoreLocation;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** Gives all goals of one build the same session with a store. It is kept with Maven's own session, and goes with it. */
public class StoreSessions {

    /**
     * @param folder of the store as the user wrote it, relative to where Maven was started; without one, the platform's default
     * @throws IllegalArgumentException if this JVM cannot use its path, with a message for the user
     */
    public StoreSession of(MavenSession session, @Nullable String folder) {
        Path root = folder == null
                ? StoreLocation.ofUser(System.getProperty("os.name"), home(), System.getenv())
                : Path.of(session.getExecutionRootDirectory()).resolve(UserPath.read(folder));
        SessionData data = session.getRepositorySession().getData();
        // The class is part of the name, since another class loader has another one.
        Object name = List.of(StoreSession.class, root);
        data.set(name, null, new StoreSession(root));
        return (StoreSession) data.get(name);
    }

    private static Path home() {
        String home = System.getProperty("user.home");
        FileNameEncoding.ofThisJvm().refusal(home).ifPresent(sentence -> {
            throw new IllegalArgumentException("The home folder is %s. %s".formatted(home, sentence));
        });
        return Path.of(home);
    }
}
