package io.github.distillmaven.http;

import java.time.Duration;
import java.util.List;

/**
 * How the network is reached, as Maven's settings and command line say.
 *
 * @param offline whether Maven runs with {@code -o}: then no http or https address is asked
 * @param proxies the active proxies, in the order of the settings
 * @param connectTimeout longest wait for a connection, above 0
 * @param stallTimeout longest wait for the next bytes, above 0
 */
public record ConnectionSettings(
        boolean offline, List<ProxyServer> proxies, Duration connectTimeout, Duration stallTimeout) {

    public ConnectionSettings {
        proxies = List.copyOf(proxies);
    }

    /** Settings with the usual timeouts: 10 s for a connection, 30 s without bytes. */
    public ConnectionSettings(boolean offline, List<ProxyServer> proxies) {
        this(offline, proxies, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }
}
