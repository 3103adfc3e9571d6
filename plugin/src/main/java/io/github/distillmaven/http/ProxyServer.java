package io.github.distillmaven.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An active {@code <proxy>} of Maven's settings.
 *
 * @param protocol of the addresses that it is for: {@code http} or {@code https}
 * @param host its host
 * @param port its port
 * @param credentials what it asks for, if anything
 * @param nonProxyHosts hosts that are reached without it, separated by {@code |}; {@code *} stands for any letters
 */
public record ProxyServer(
        String protocol, String host, int port, Optional<Credentials> credentials, String nonProxyHosts) {

    /** Whether {@code host} is to be reached through this proxy. */
    boolean isFor(String host) {
        return Arrays.stream(nonProxyHosts.split("[|,]"))
                .map(String::strip)
                .noneMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        String regex = "\\Q" + pattern.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E";
        return host.toLowerCase(Locale.ROOT).matches(regex);
    }
}
