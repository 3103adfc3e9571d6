package io.github.distillmaven.http;

import java.net.URI;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up an HTTP client that goes Maven's way: through its proxies, with their credentials. Java's own client is not used
 * because it sends no password to the proxy of an https address unless a system property allows it.
 */
public final class MavenHttpClient {

    /** Far above what servers send, far below what a hostile one could fill the memory with. */
    private static final Http1Config HEADER_LIMITS = Http1Config.custom()
            .setMaxLineLength(1 << 16)
            .setMaxHeaderCount(200)
            .build();

    private MavenHttpClient() {}

    /** A client that shows a login to no server. */
    public static CloseableHttpClient with(ConnectionSettings settings) {
        return builder(settings).build();
    }

    /**
     * A client that shows a login to one host.
     *
     * @param settings how the network is reached
     * @param address names the host, with its scheme and port
     * @param login what it is shown, and no other host
     */
    public static CloseableHttpClient with(ConnectionSettings settings, URI address, ServerLogin login) {
        return builder(settings)
                .addRequestInterceptorFirst(new HostLogin(address, login))
                .build();
    }

    /** What a request is to be given that a server shall read at once: some do not know {@code Expect: 100-continue}. */
    public static RequestConfig withoutExpectation(ConnectionSettings settings) {
        return request(settings, false);
    }

    private static RequestConfig request(ConnectionSettings settings, boolean expectContinue) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.stallTimeout()))
                .setMaxRedirects(10)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(expectContinue)
                .build();
    }

    private static HttpClientBuilder builder(ConnectionSettings settings) {
        BasicCredentialsProvider proxyCredentials = new BasicCredentialsProvider();
        for (ProxyServer proxy : settings.proxies()) {
            proxy.credentials()
                    .ifPresent(credentials -> proxyCredentials.setCredentials(
                            new AuthScope(proxy.host(), proxy.port()), credentials.asPassword()));
        }
        return HttpClients.custom()
                .setUserAgent("distill-maven-plugin")
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(request(settings, true))
                .setRoutePlanner(new SystemDefaultRoutePlanner(new MavenProxySelector(settings.proxies())))
                .setDefaultCredentialsProvider(proxyCredentials)
                .setRedirectStrategy(new SafeRedirects())
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement();
    }

    private static PoolingHttpClientConnectionManager connections(ConnectionSettings settings) {
        Timeout stall = Timeout.of(settings.stallTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADER_LIMITS)
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(stall).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(stall)
                        .build())
                .build();
    }
}
