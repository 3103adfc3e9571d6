package io.github.distillmaven.http;

import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Follows redirects, but none from https to http. */
final class SafeRedirects extends DefaultRedirectStrategy {

    @Override
    public boolean isRedirectAllowed(HttpHost from, HttpHost to, HttpRequest redirect, HttpContext context) {
        boolean downgrade =
                from.getSchemeName().equals("https") && !to.getSchemeName().equals("https");
        return !downgrade && super.isRedirectAllowed(from, to, redirect, context);
    }
}
