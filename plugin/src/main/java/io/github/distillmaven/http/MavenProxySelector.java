package io.github.distillmaven.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among the proxies of Maven's settings as Maven's resolver does: the first one of the address's protocol that is
 * for its host, and for https also one of protocol http. Without any proxy in the settings the JVM's own selector decides,
 * so that {@code -Dhttps.proxyHost} works as it does for Maven's downloads.
 */
final class MavenProxySelector extends ProxySelector {

    private final List<ProxyServer> proxies;

    MavenProxySelector(List<ProxyServer> proxies) {
        this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI address) {
        if (proxies.isEmpty()) {
            return ProxySelector.getDefault().select(address);
        }
        Optional<ProxyServer> chosen = first(address.getScheme(), address.getHost());
        if (chosen.isEmpty() && address.getScheme().equals("https")) {
            chosen = first("http", address.getHost());
        }
        return chosen.map(server -> new InetSocketAddress(server.host(), server.port()))
                .map(socket -> List.of(new Proxy(Proxy.Type.HTTP, socket)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    private Optional<ProxyServer> first(String protocol, String host) {
        return proxies.stream()
                .filter(proxy -> proxy.protocol().equalsIgnoreCase(protocol))
                .filter(proxy -> proxy.isFor(host))
                .findFirst();
    }

    /** Nothing to learn: there is no second proxy to turn to. */
    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
}
