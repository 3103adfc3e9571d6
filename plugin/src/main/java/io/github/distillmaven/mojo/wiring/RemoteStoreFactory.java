package io.github.distillmaven.mojo.wiring;

import java.util.List;
import javax.inject.Inject;

import io.github.distillmaven.remote.HttpRemoteStore;
import io.github.distillmaven.remote.RemoteAddress;
import io.github.distillmaven.remote.RemoteHealth;
import io.github.distillmaven.remote.RemoteStore;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.SessionData;

/** Opens the remote store as Maven knows it. All goals of a build share what is known about its health. */
class RemoteStoreFactory {

    private final NetworkSettings network;

    @Inject
    RemoteStoreFactory(NetworkSettings network) {
        this.network = network;
    }

    /**
     * Opens it without asking it anything.
     *
     * @param remote what the user wrote as {@code distill.remote}
     * @param log of the goal
     * @throws IllegalArgumentException if it is no address, with a message for the user
     */
    RemoteStore open(String remote, MavenSession session, Log log) {
        RemoteAddress address = RemoteAddress.parse(remote);
        return new HttpRemoteStore(
                address,
                network.connection(session),
                network.login(
                        session.getSettings(),
                        "distill.remote",
                        address.toString(),
                        warning -> warnOnce(session.getRepositorySession().getData(), warning, log)),
                health(session.getRepositorySession().getData(), address),
                log::warn,
                log::info,
                log::debug);
    }

    /** Every goal opens it anew, but hears of the same fault once. */
    static void warnOnce(SessionData build, String warning, Log log) {
        if (build.set(List.of(RemoteStoreFactory.class, warning), null, true)) {
            log.warn(warning);
        }
    }

    /** The health that the build knows of, by this very class: another version of the plugin may take part in the build. */
    static RemoteHealth health(SessionData build, RemoteAddress address) {
        List<Object> key = List.of(RemoteHealth.class, address.toString());
        build.set(key, null, new RemoteHealth());
        return (RemoteHealth) build.get(key);
    }
}
