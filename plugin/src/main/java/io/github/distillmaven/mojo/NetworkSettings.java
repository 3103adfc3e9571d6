package io.github.distillmaven.mojo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.Credentials;
import io.github.distillmaven.http.ProxyServer;
import io.github.distillmaven.http.ServerLogin;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads how the network is reached from Maven's settings, with passwords decrypted. */
class NetworkSettings {

    private final SettingsDecrypter decrypter;

    @Inject
    NetworkSettings(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** How the network is reached: Maven's proxies and its offline switch. */
    ConnectionSettings connection(MavenSession session) {
        List<ProxyServer> proxies = decrypted(session.getSettings()).getProxies().stream()
                .filter(Proxy::isActive)
                .map(NetworkSettings::proxy)
                .toList();
        return new ConnectionSettings(session.isOffline(), proxies);
    }

    /** What the {@code <server>} of an id wants to be shown; nothing if the settings have none. */
    ServerLogin login(Settings settings, String id) {
        return decrypted(settings).getServers().stream()
                .filter(server -> id.equals(server.getId()))
                .findFirst()
                .map(server -> new ServerLogin(
                        credentials(server.getUsername(), server.getPassword()), headers(server.getConfiguration())))
                .orElse(ServerLogin.none());
    }

    private SettingsDecryptionResult decrypted(Settings settings) {
        return decrypter.decrypt(new DefaultSettingsDecryptionRequest(settings));
    }

    private static ProxyServer proxy(Proxy proxy) {
        return new ProxyServer(
                proxy.getProtocol(),
                proxy.getHost(),
                proxy.getPort(),
                credentials(proxy.getUsername(), proxy.getPassword()),
                proxy.getNonProxyHosts() == null ? "" : proxy.getNonProxyHosts());
    }

    /** Laid out as Maven's own downloads have it: {@code <httpHeaders>} of properties with a name and a value. */
    private static Map<String, String> headers(Object configuration) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (configuration instanceof Xpp3Dom dom && dom.getChild("httpHeaders") != null) {
            for (Xpp3Dom property : dom.getChild("httpHeaders").getChildren("property")) {
                Xpp3Dom name = property.getChild("name");
                Xpp3Dom value = property.getChild("value");
                if (name != null && name.getValue() != null && value != null && value.getValue() != null) {
                    headers.put(name.getValue(), value.getValue());
                }
            }
        }
        return headers;
    }

    private static Optional<Credentials> credentials(String user, String password) {
        return user == null ? Optional.empty() : Optional.of(new Credentials(user, password == null ? "" : password));
    }
}
