package io.github.distillmaven.mojo.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.inject.Inject;

import io.github.distillmaven.http.AllowedAddresses;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.Credentials;
import io.github.distillmaven.http.ProxyServer;
import io.github.distillmaven.http.ServerLogin;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
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

    /**
     * What the {@code <server>} of an id wants to be shown at an address; nothing if the settings have none.
     *
     * @param warnings told in a full sentence if it would go over the network in clear text
     * @throws IllegalArgumentException if the server's {@code <allowedAddresses>} do not include the address, with a message for
     *     the user
     */
    ServerLogin login(Settings settings, String id, String address, Consumer<String> warnings) {
        Optional<Server> found = decrypted(settings).getServers().stream()
                .filter(server -> id.equals(server.getId()))
                .findFirst();
        if (found.isEmpty()) {
            return ServerLogin.none();
        }
        Server server = found.get();
        new AllowedAddresses(allowed(id, server.getConfiguration())).require(id, address);
        ServerLogin login = new ServerLogin(
                credentials(server.getUsername(), server.getPassword()), headers(server.getConfiguration()));
        if (login.isReadableAt(address)) {
            warnings.accept(
                    "%s begins with http://, so that everybody on the way can read the credentials of the <server> %s in settings.xml. Use https://."
                            .formatted(id, id));
        }
        return login;
    }

    /** {@code <allowedAddresses>} of {@code <address>}, or a single one as its text. */
    private static List<String> allowed(String id, Object configuration) {
        if (!(configuration instanceof Xpp3Dom dom) || dom.getChild("allowedAddresses") == null) {
            return List.of();
        }
        Xpp3Dom bounds = dom.getChild("allowedAddresses");
        Stream<String> texts = bounds.getChildCount() == 0
                ? Stream.of(String.valueOf(bounds.getValue()))
                : Arrays.stream(bounds.getChildren()).map(child -> String.valueOf(child.getValue()));
        List<String> addresses = texts.map(String::strip).toList();
        for (String address : addresses) {
            if (!address.matches("https?://[^/].*")) {
                throw new IllegalArgumentException(
                        "<allowedAddresses> of the <server> %s in settings.xml holds '%s'. Give addresses that begin with http:// or https://, each in an <address>."
                                .formatted(id, address));
            }
        }
        return addresses;
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
