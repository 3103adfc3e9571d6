package io.github.distillmaven.http;

import java.net.URI;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;

/**
 * Shows a login to one host, and to no other that a redirect may lead to. It is asked anew for each hop, whose headers are
 * the original request's and not those that it set for the hop before.
 */
final class HostLogin implements HttpRequestInterceptor {

    private final HttpHost host;
    private final ServerLogin login;

    /** Prepares the login of the host that {@code address} names, with its scheme and port. */
    HostLogin(URI address, ServerLogin login) {
        this.host = host(address.getScheme(), address.getHost(), address.getPort());
        this.login = login;
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        URIAuthority asked = request.getAuthority();
        if (asked == null || !host.equals(host(request.getScheme(), asked.getHostName(), asked.getPort()))) {
            return;
        }
        login.credentials()
                .ifPresent(credentials -> request.setHeader(HttpHeaders.AUTHORIZATION, credentials.asBasic()));
        login.headers().forEach(request::setHeader);
    }

    private static HttpHost host(String scheme, String name, int port) {
        int usual = URIScheme.HTTPS.same(scheme) ? 443 : 80;
        return new HttpHost(scheme, name, port < 0 ? usual : port);
    }
}
