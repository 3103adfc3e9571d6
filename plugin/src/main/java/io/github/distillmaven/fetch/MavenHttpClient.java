package io.github.distillmaven.fetch;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up an HTTP client that goes Maven's way: through its proxies, with their credentials. Java's own client is not used
 * because it sends no password to the proxy of an https address unless a system property allows it.
 */
final class MavenHttpClient {

    private MavenHttpClient() {}

    static CloseableHttpClient with(ConnectionSettings settings) {
        Timeout stall = Timeout.of(settings.stallTimeout());
        BasicCredentialsProvider proxyCredentials = new BasicCredentialsProvider();
        for (ProxyServer proxy : settings.proxies()) {
            proxy.credentials()
                    .ifPresent(credentials -> proxyCredentials.setCredentials(
                            new AuthScope(proxy.host(), proxy.port()), credentials.asPassword()));
        }
        return HttpClients.custom()
                .setUserAgent("distill-maven-plugin")
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(stall).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(stall)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(stall)
                        .setMaxRedirects(10)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setRoutePlanner(new SystemDefaultRoutePlanner(new MavenProxySelector(settings.proxies())))
                .setDefaultCredentialsProvider(proxyCredentials)
                .setRedirectStrategy(new SafeRedirects())
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }
}
