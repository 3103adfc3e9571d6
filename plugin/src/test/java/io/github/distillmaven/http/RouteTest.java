package io.github.distillmaven.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The way to an address")
class RouteTest {

    @Test
    void the_first_proxy_of_the_protocol_is_chosen_and_http_serves_https_too() {
        ProxyServer http = new ProxyServer("http", "127.0.0.1", 1, Optional.empty(), "internal");
        ProxyServer https = new ProxyServer("https", "secure.invalid", 1, Optional.empty(), "*.LOCAL");

        assertThat(chosen("http://host/", http, https)).isEqualTo("127.0.0.1");
        assertThat(chosen("https://host/", http, https)).isEqualTo("secure.invalid");
        assertThat(chosen("https://host/", http)).isEqualTo("127.0.0.1");
        assertThat(chosen("http://internal/", http)).isEqualTo("none");
        assertThat(chosen("https://a.local/", https)).isEqualTo("none");
        assertThat(chosen("http://host/", https)).isEqualTo("none");
    }

    @Test
    void redirects_never_leave_https() {
        SafeRedirects redirects = new SafeRedirects();
        HttpHost secure = new HttpHost("https", "host");
        HttpHost open = new HttpHost("http", "host");
        BasicHttpRequest request = new BasicHttpRequest("GET", "/");

        assertThat(redirects.isRedirectAllowed(secure, open, request, HttpCoreContext.create()))
                .isFalse();
        assertThat(redirects.isRedirectAllowed(open, secure, request, HttpCoreContext.create()))
                .isTrue();
        assertThat(redirects.isRedirectAllowed(secure, secure, request, HttpCoreContext.create()))
                .isTrue();
    }

    private static String chosen(String address, ProxyServer... proxies) {
        Proxy proxy = new MavenProxySelector(List.of(proxies))
                .select(URI.create(address))
                .get(0);
        return proxy.address() instanceof InetSocketAddress socket ? socket.getHostString() : "none";
    }
}
