package io.github.distillmaven.mojo;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

import io.github.distillmaven.fetch.ConnectionSettings;
import io.github.distillmaven.fetch.Credentials;
import io.github.distillmaven.fetch.ProxyServer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Reads how the network is reached from Maven's settings, with passwords decrypted. */
class NetworkSettings {

    private static final String MIRROR_SERVER = "distill.mirror";

    private final SettingsDecrypter decrypter;

    @Inject
    NetworkSettings(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    ConnectionSettings read(MavenSession session) {
        SettingsDecryptionResult settings =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(session.getSettings()));
        List<ProxyServer> proxies = settings.getProxies().stream()
                .filter(Proxy::isActive)
                .map(NetworkSettings::proxy)
                .toList();
        Optional<Credentials> mirror = settings.getServers().stream()
                .filter(server -> MIRROR_SERVER.equals(server.getId()))
                .findFirst()
                .flatMap(NetworkSettings::credentials);
        return new ConnectionSettings(session.isOffline(), proxies, mirror);
    }

    private static ProxyServer proxy(Proxy proxy) {
        return new ProxyServer(
                proxy.getProtocol(),
                proxy.getHost(),
                proxy.getPort(),
                credentials(proxy.getUsername(), proxy.getPassword()),
                proxy.getNonProxyHosts() == null ? "" : proxy.getNonProxyHosts());
    }

    private static Optional<Credentials> credentials(Server server) {
        return credentials(server.getUsername(), server.getPassword());
    }

    private static Optional<Credentials> credentials(String user, String password) {
        return user == null ? Optional.empty() : Optional.of(new Credentials(user, password == null ? "" : password));
    }
}
