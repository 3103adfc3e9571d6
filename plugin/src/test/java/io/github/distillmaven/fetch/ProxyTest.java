package io.github.distillmaven.fetch;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.Credentials;
import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ProxyServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.distillmaven.fetch.TinyDataset.content;
import static io.github.distillmaven.fetch.TinyDataset.gzip;
import static io.github.distillmaven.fetch.TinyDataset.single;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Through a proxy of Maven's settings")
class ProxyTest extends FetchTest {

    private static final byte[] IMAGES = gzip(content("images"));

    @Test
    void addresses_are_asked_for_with_the_proxys_credentials() throws Exception {
        server.on("/images.gz", exchange -> {
            if (exchange.getRequestHeaders().containsKey("Proxy-Authorization")) {
                LocalServer.send(exchange, 200, IMAGES);
            } else {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"office\"");
                LocalServer.send(exchange, 407, new byte[0]);
            }
        });

        fetch(single("http://data.invalid/images.gz"), through(proxy("http", Optional.of(ada()), "")), null);

        assertFetched("images");
        assertThat(server.requests())
                .last()
                .extracting(last -> last.header("Host"), last -> last.header("Proxy-Authorization"))
                .containsExactly("data.invalid", "Basic YWRhOmxvdmVsYWNl"); // ada:lovelace
    }

    @Test
    void secure_addresses_are_tunnelled_with_the_proxys_credentials() throws Exception {
        try (TunnelProxy tunnel = new TunnelProxy()) {
            ProxyServer proxy = new ProxyServer("http", "127.0.0.1", tunnel.port(), Optional.of(ada()), "");

            String message = failureOf(single("https://data.invalid/images.gz"), through(proxy), null);

            // The tunnel leads nowhere; that the proxy was asked for it, with the password, is what counts.
            assertThat(message).isEqualTo(message("https://data.invalid/images.gz: HTTP 403"));
            assertThat(tunnel.requests())
                    .containsExactly(
                            "CONNECT data.invalid:443 HTTP/1.1, no password",
                            "CONNECT data.invalid:443 HTTP/1.1, Basic YWRhOmxvdmVsYWNl");
        }
    }

    @Test
    void a_proxy_that_wants_a_password_is_answered_with_where_to_put_it() {
        server.on("/images.gz", exchange -> {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"office\"");
            LocalServer.send(exchange, 407, new byte[0]);
        });

        String message =
                failureOf(single("http://data.invalid/images.gz"), through(proxy("http", Optional.empty(), "")), null);

        assertThat(message)
                .isEqualTo(
                        message(
                                "http://data.invalid/images.gz: HTTP 407: the proxy wants a user and a password, see <proxy> in settings.xml"));
    }

    @Test
    void hosts_that_are_exempt_are_asked_directly() throws Exception {
        server.sends("/images.gz", IMAGES);
        ProxyServer unreachable =
                new ProxyServer("http", "proxy.invalid", 8080, Optional.empty(), "*.example|127.0.0.*");

        fetch(single(server.address("/images.gz")), through(unreachable), null);

        assertFetched("images");
    }

    private ProxyServer proxy(String protocol, Optional<Credentials> credentials, String nonProxyHosts) {
        return new ProxyServer(protocol, "127.0.0.1", server.port(), credentials, nonProxyHosts);
    }

    private static Credentials ada() {
        return new Credentials("ada", "lovelace");
    }

    private static ConnectionSettings through(ProxyServer proxy) {
        return settings(false, List.of(proxy));
    }
}
